"""What workshops, prevention actions and stands are about; it decides who may know who came."""

from enum import StrEnum

from domain.data_classes import DataClass


class PreventionTheme(StrEnum):
    CHILDBIRTH = "childbirth"
    MOTHERHOOD = "motherhood"
    BREASTFEEDING = "breastfeeding"
    PARENTHOOD = "parenthood"
    SEXUALITY = "sexuality"
    CONTRACEPTION = "contraception"
    ADDICTION = "addiction"
    NUTRITION = "nutrition"
    PHYSICAL_ACTIVITY = "physical_activity"
    WELL_BEING = "well_being"
    SELF_ESTEEM = "self_esteem"
    HYGIENE = "hygiene"
    DENTAL = "dental"
    SIGHT_AND_HEARING = "sight_and_hearing"
    VACCINATION = "vaccination"
    CHRONIC_ILLNESS = "chronic_illness"
    CANCER = "cancer"
    SUFFERING = "suffering"
    SCREENING = "screening"
    VIOLENCE = "violence"
    RIGHTS = "rights"
    DIGITAL = "digital"
    OTHER = "other"


# To have come to one of these tells something of a body, a mind or a life; what is not listed is
# social.
CLASS_OF_THEME = {
    PreventionTheme.CHILDBIRTH: DataClass.HEALTH,
    PreventionTheme.BREASTFEEDING: DataClass.HEALTH,
    PreventionTheme.SEXUALITY: DataClass.HEALTH,
    PreventionTheme.CONTRACEPTION: DataClass.HEALTH,
    PreventionTheme.ADDICTION: DataClass.HEALTH,
    PreventionTheme.DENTAL: DataClass.HEALTH,
    PreventionTheme.SIGHT_AND_HEARING: DataClass.HEALTH,
    PreventionTheme.VACCINATION: DataClass.HEALTH,
    PreventionTheme.CHRONIC_ILLNESS: DataClass.HEALTH,
    PreventionTheme.CANCER: DataClass.HEALTH,
    PreventionTheme.SUFFERING: DataClass.MENTAL_HEALTH,
    PreventionTheme.SCREENING: DataClass.SCREENING,
    PreventionTheme.VIOLENCE: DataClass.PROTECTION,
}
