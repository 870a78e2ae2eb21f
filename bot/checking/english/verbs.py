"""Which English verbs are no acts, and where a verb stands in a clause."""

import re
from itertools import pairwise

from bot.checking.english.lists import STATES
from bot.checking.english.words import EVENT, USUAL_ACTS
from bot.checking.lemmas import base_of, is_base_verb
from bot.checking.lexicon import Kind, kinds, one_of, words_in

_OBJECT = words_in(
    "the a an my our his her their its me us him them all every each both this that some up"
    " out off down back over away everyone everybody somebody someone"
)
_MANNER = words_in("better more less well together without faster earlier harder enough like")
_PLURAL = ("s", "es")
_PLURAL_ARTICLES = words_in("the my our all both his her their these some many most several two")
_SHORTEST = 3
_FARTHEST = 7


def opens_with_verb(words: str) -> bool:
    """Say whether a clause begins with a verb: an imperative or an -ing form."""
    first = words.split(maxsplit=1)[0]
    return is_base_verb(first) or (len(first) > len("thing") and first.endswith("ing"))


def says_of_others(words: str) -> bool:
    """Say whether somebody else is said to act: 'facilities repaints the corridor'."""
    tokens = _PLACED.sub("", _PART_OF.sub("the ", words)).split()
    if len(tokens) < _SHORTEST or is_base_verb(tokens[0]):
        return False
    if tokens[0] in _SINGLY and _each_acts(tokens[1], tokens[2]):
        return True
    if tokens[0] in _PLURAL_ARTICLES and _several_act(tokens):
        return True
    if tokens[1] == "and" and len(tokens) > _FARTHEST // 2 + 1 and _can_do(tokens[3]):
        return tokens[4] in _OBJECT
    counts = tokens[0] in _ARTICLES
    return any(
        verb.endswith("s")
        and verb not in _NOUNS_IN_S
        and _base(verb)
        and (object_ in _OBJECT or (counts and _COUNTED.match(object_)))
        for verb, object_ in pairwise(tokens[1 : _FARTHEST + 1])
    )


def _each_acts(noun: str, verb: str) -> bool:
    """Say whether one of many is followed by what he or she does: 'every operator wears'."""
    third = verb.endswith("s") and verb not in _NOUNS_IN_S and _base(verb)
    return third and not noun.endswith("s") and re.fullmatch(EVENT, noun) is None


def _several_act(tokens: list[str]) -> bool:
    """Say whether a plural noun is followed by its verb: 'the guides ask visitors'."""
    return any(
        (noun.endswith("s") or noun in _SEVERAL)
        and noun not in _NOUNS_IN_S
        and _can_do(verb)
        and (object_ in _OBJECT | _MANNER or object_.endswith(_GOES_ON) or _takes(verb, object_))
        for noun, verb, object_ in zip(tokens[1:4], tokens[2:5], tokens[3:6], strict=False)
    )


def _takes(verb: str, object_: str) -> bool:
    """Say whether a verb beyond doubt has an object, or any verb a number of things."""
    return bool(_COUNTED.match(object_)) or (
        bool(SURE.fullmatch(verb)) and object_.isalpha() and object_ not in _NO_OBJECT
    )


_SINGLY = words_in("every each")
_GOES_ON = ("s", "ly", "and")
_NO_OBJECT = words_in(
    "for with to on by at in about from of before after until during than or is was are were will"
    " meeting session draft template which that who when if because so but as per via into then"
)
_PART_OF = re.compile(
    r"^(?=(?:folks?|people|colleagues|guys|lads|staff) )|^(?:one|two|three|four|five|some|a "
    r"few|many|most|all|both|half|each|every one|several|none"
    r"|any|a couple|the rest|\d+) of (?:the|my|our|these|his|her|their) "
)
_PLACED = re.compile(r"(?<=s) (?:from|of|in|at|on) (?:the |my |our )?(?!all\b)[\w-]+(?= \w+ )")
_SEVERAL = words_in("people folk men women children staff crew police kids guys")
_ARTICLES = words_in(
    "the my our his her their a an some each every somebody someone everybody everyone nobody"
)
_COUNTED = re.compile(r"\d+$|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)$")
_NOUNS_IN_S = words_in(
    "sales goods customs communications operations earnings savings awards materials news sports"
    " arms accounts systems logistics analytics results rights"
    " business process success progress access address"
)


def resumes(before: str, after: str) -> bool:
    """Say whether the promise begins here, without a comma: 'when the bell rings call Ben'."""
    told = before.split()
    happened = any(word in _HAPPENS or (word.endswith("s") and _base(word)) for word in told[1:])
    return happened and told[-1] not in _BEFORE_A_VERB and bool(SURE.match(after))


_HAPPENS = words_in("is are was gets goes has comes happens does")
_BEFORE_A_VERB = words_in(
    "to and or will not i we you he she they it the a an my our his her their this that"
    " can no in on"
    " at for of by with about"
)


def _base(verb: str) -> bool:
    if verb.endswith("ies") and _can_do(f"{verb.removesuffix('ies')}y"):
        return True
    return any(_can_do(verb.removesuffix(ending)) for ending in _PLURAL)


def _can_do(verb: str) -> bool:
    return is_base_verb(verb) or bool(SURE.fullmatch(verb))


OF_OTHERS = (
    f"{USUAL_ACTS} accept agree approve validate improve reach respond change arrive need want "
    "understand hit win stay apologise apologize sell achieve commit stick handle"
)


def _inflected(*verbs: str) -> set[str]:
    """Return all regular forms of verbs; the odd ones are written out."""
    return {form for verb in " ".join(verbs).split() for form in _forms(verb)}


def _forms(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    third = third_person(verb)
    past = f"{verb[:-1]}ied" if third.endswith("ies") else f"{stem}ed"
    return {verb, third, past, f"{stem}ing", f"{verb}ing"}


def third_person(verb: str) -> str:
    """Return a verb as he or she does it."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


KINDS = kinds(
    (
        (
            Kind.STATE,
            _inflected(STATES)
            | _inflected(
                "be become feel stay remain trust hope know care value respect appreciate believe "
                "accept embrace seem stress panic doubt fear regret judge blame trust"
                " tolerate love like enjoy hate worry relax want "
                "listen empower encourage support motivate inspire own empathise empathize "
                "strive commit behave act "
            )
            | words_in("being been am is are felt known became was were")
            - words_in("commit committed committing commits act acts acted acting"),
        ),
        (
            Kind.MENTAL,
            _inflected(
                "think consider reflect remember realise realize understand prioritise prioritize "
                "overthink focus concentrate ponder meditate imagine assume forget refocus"
                " anticipate "
                "bear mind rethink reconsider"
            )
            | words_in("thought understood remembered"),
        ),
        (
            Kind.DEVELOPMENT,
            _inflected(
                "improve develop grow learn evolve progress strengthen enhance optimise optimize "
                "progress mature cultivate nurture foster adapt work collaborate "
                "cooperate manage lead boost master practise practice streamline simplify"
            )
            | words_in("learnt learned led grew"),
        ),
        (Kind.DECISION, _inflected("agree approve validate endorse decide")),
        (
            Kind.LIGHT,
            _inflected(
                "have take make give show pay keep set build create find put offer do "
                "demonstrate display maintain adopt bring assume lend"
            )
            | words_in("having taking making giving"),
        ),
        (
            Kind.SCALE,
            _inflected("increase reduce decrease maximise maximize minimise minimize"),
        ),
        (
            Kind.OUTCOME,
            _inflected(
                "raise reach achieve lower double triple exceed win gain "
                "hit pass beat attain halve retain land "
                "secure cut bring drop keep get meet earn save obtain sell outperform"
                " surpass smash crush push drive knock slash trim shave nudge pull squeeze "
                "whittle cap"
                " curb limit"
            )
            | words_in("won met winning hitting getting cutting dropping beating"),
        ),
    )
)

VERB = re.compile(
    rf"(?:(?:not|never|always|also|first|only) )*(?:{one_of(USUAL_ACTS)}|listen|be|stay|focus|try"
    r"|improve|think|help|support|encourage|communicate|become|trust|learn|practise|practice"
    r"|reduce|develop|grow|manage|prioritise|prioritize|remember|feel|consider)\b"
)


def surely_verb(words: str) -> bool:
    """Say whether a clause begins with a usual act, 'bring' or 'bringing', and no noun."""
    first, *rest = words.split()
    if first.endswith("ing") and first not in _NOUNS_IN_ING:
        first = base_of(first, "en")
    return bool(SURE.match(" ".join([first, *rest])))


_NOUNS_IN_ING = words_in(
    "meeting briefing training planning drawing painting building opening reading writing booking"
    " filing offering closing ending setting sorting posting recording listing ordering printing"
    " reporting testing talking walking teaching sharing pairing reviewing hiring finding having"
    " covering spending landing standing handling hearing mailing screening splitting coming being"
    " cutting waiting starting showing"
)

SURE = re.compile(rf"{one_of(USUAL_ACTS)}(?![\w-])(?! (?:of|is|was|are|with #)\b)")
