"""What a telephone number can receive; overseas and foreign numbers included."""

from phonenumbers import NumberParseException, PhoneNumberType, number_type, parse

TAKES_TEXTS = frozenset(
    {
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,  # countries where nothing tells them apart
        PhoneNumberType.UNKNOWN,  # not in the numbering plans yet: whoever gave it knows better
    }
)


def may_take_texts(number: str) -> bool:
    """Whether a number, as E.164 writes it, may be a mobile's.

    Source: the national numbering plans that `phonenumbers` gathers.
    """
    try:
        return number_type(parse(number)) in TAKES_TEXTS
    except NumberParseException:
        return False
