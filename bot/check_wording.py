"""One sentence from the fields of a commitment, in the person's own words."""

import re
from datetime import date

from bot.check_criteria import language_of
from bot.check_french import INFINITIVE as FRENCH_INFINITIVE
from bot.check_english import VERB as ENGLISH_VERB
from bot.commitments import Draft
from bot.day_idioms import find_days
from bot.days import say_day
from bot.language import Lang
from bot.plain import LONGEST, plain
