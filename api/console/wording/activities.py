"""Words for what organisations do that is about no person in particular."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from domain.activity.bodies import BodyLevel
from domain.activity.outreach import OutreachKind
from domain.activity.preventions import Audience
from domain.activity.tallies import AgeBand, Sex
from domain.activity.themes import PreventionTheme
from domain.activity.trainings import TrainingForm
from domain.activity.words import ActivityKind
from domain.activity.workshops.words import Setting

ACTIVITIES: Tables = {
    ActivityKind: categories.ACTIVITIES,
    OutreachKind: categories.OUTREACH,
    PreventionTheme: categories.THEMES,
    Audience: {
        Audience.EVERYBODY: phrase("Everybody"),
        Audience.YOUNG_WOMEN: phrase("Young women"),
        Audience.YOUNG_PEOPLE: phrase("Young people"),
        Audience.FAMILIES: phrase("Families"),
        Audience.MEN: phrase("Men"),
        Audience.OLDER_PEOPLE: phrase("Older people"),
        Audience.ASYLUM_SEEKERS: phrase("Asylum seekers"),
        Audience.OTHER: phrase("Other"),
    },
    AgeBand: {
        AgeBand.UNTIL_17: phrase("Up to 17"),
        AgeBand.FROM_18_TO_25: phrase("18 to 25"),
        AgeBand.FROM_26_TO_59: phrase("26 to 59"),
        AgeBand.FROM_60: phrase("60 and over"),
    },
    Sex: {
        Sex.WOMEN: phrase("Women"),
        Sex.MEN: phrase("Men"),
        Sex.OTHER: phrase("Other"),
    },
    TrainingForm: {
        TrainingForm.E_LEARNING: phrase("E-learning"),
        TrainingForm.DIPLOMA: phrase("University diploma"),
        TrainingForm.SESSION: phrase("Training session"),
        TrainingForm.OTHER: phrase("Other"),
    },
    BodyLevel: {
        BodyLevel.LOCAL: phrase("Local"),
        BodyLevel.INTER_ASSOCIATIVE: phrase("Inter-associative"),
        BodyLevel.REGIONAL: phrase("Regional"),
        BodyLevel.NATIONAL: phrase("National"),
    },
    Setting: {
        Setting.MATERNAL_CENTRE: phrase("Maternal centre"),
        Setting.SHELTER: phrase("Shelter"),
        Setting.PARENTHOOD_SUPPORT: phrase("Parenthood support"),
        Setting.HEALTH_CENTRE: phrase("Health centre"),
        Setting.ASSOCIATION: phrase("Association"),
        Setting.OTHER: phrase("Other"),
    },
}
