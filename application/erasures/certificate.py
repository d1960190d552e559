"""The certificate of an erasure, to be kept or printed: ids and counts, nothing of the person."""

from collections.abc import Sequence

from application.erasures.ports import Erasure, ErasureState
from application.erasures.refusals import NotCertifiedYet

TITLE = "Certificat d'effacement / Certificate of erasure"
WHOLE = "tout le parcours / the whole pathway"
ENTRY = "une entrée / one entry"
PROMISE = """\
Les clés de ces faits sont détruites, et celle qui les enveloppait aussi : ni les fichiers,
ni les tables, ni une sauvegarde antérieure ne permettent plus de les lire.

The keys of these facts are destroyed, and so is the one that wrapped them: no file, no table
and no earlier backup lets anybody read them any more."""


def certificate(erasure: Erasure, parts: Sequence[Erasure] = ()) -> str:
    """Its text, in French and in English; of linked pathways that it covers, counts together.

    Raises:
        NotCertifiedYet: some step is still to be taken.
    """
    if erasure.state is not ErasureState.CERTIFIED or erasure.certified_at is None:
        raise NotCertifiedYet
    every = (erasure, *parts)
    told = {
        "Effacement / Erasure": erasure.id,
        "Parcours / Pathway": erasure.pathway_id,
        "Objet / Of": ENTRY if erasure.entry_id else WHOLE,
        "Parcours rapprochés / Linked pathways": len(parts),
        "Motif / Reason": erasure.reason,
        "Demandé le / Asked": f"{erasure.asked_at:%Y-%m-%d %H:%M} UTC",
        "Demandé par / By member": erasure.asked_by.member_id if erasure.asked_by else "-",
        "Approuvé par / Approved by": (
            erasure.approved_by.member_id if erasure.approved_by else "-"
        ),
        "Faits / Facts": sum(one.facts for one in every),
        "Clés détruites / Keys destroyed": sum(one.keys for one in every),
        "Lignes effacées / Rows deleted": sum(one.rows for one in every),
        "Époque des clés / Key epoch": f"{erasure.epoch} -> {erasure.certified_epoch}",
        "Achevé le / Completed": f"{erasure.certified_at:%Y-%m-%d %H:%M} UTC",
    }
    lines = [f"{name}: {value}" for name, value in told.items()]
    return "\n".join((TITLE, "", *lines, "", PROMISE, ""))
