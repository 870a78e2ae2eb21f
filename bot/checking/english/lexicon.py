"""The whole of what is known of English."""

from bot.checking.english.amounts import AMOUNTS
from bot.checking.english.figures import ACTS, FIGURES
from bot.checking.english.joints import JOINTS
from bot.checking.english.natures import NATURES
from bot.checking.english.outcomes import OUTCOMES
from bot.checking.english.silence import SILENCE
from bot.checking.english.spelling import SPELLING
from bot.checking.english.subjects import SUBJECTS
from bot.checking.english.times import TIMES
from bot.checking.lexicon import Lexicon
from bot.checking.phrasebook import Phrasebook

ENGLISH = Lexicon(
    "en",
    spelling=SPELLING,
    silence=SILENCE,
    joints=JOINTS,
    subjects=SUBJECTS,
    natures=NATURES,
    outcomes=OUTCOMES,
    times=TIMES,
    amounts=AMOUNTS,
    phrasebook=Phrasebook("en", FIGURES, ACTS),
)
