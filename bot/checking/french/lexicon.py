"""The whole of what is known of French."""

from bot.checking.french.amounts import AMOUNTS
from bot.checking.french.conjugation import BASES
from bot.checking.french.figures import ACTS, FIGURES
from bot.checking.french.joints import JOINTS
from bot.checking.french.natures import NATURES
from bot.checking.french.outcomes import OUTCOMES
from bot.checking.french.silence import SILENCE
from bot.checking.french.spelling import SPELLING
from bot.checking.french.subjects import SUBJECTS
from bot.checking.french.times import TIMES
from bot.checking.lexicon import Lexicon
from bot.checking.phrasebook import Phrasebook

FRENCH = Lexicon(
    "fr",
    spelling=SPELLING,
    silence=SILENCE,
    joints=JOINTS,
    subjects=SUBJECTS,
    natures=NATURES,
    outcomes=OUTCOMES,
    times=TIMES,
    amounts=AMOUNTS,
    phrasebook=Phrasebook("fr", FIGURES, ACTS, BASES),
)
