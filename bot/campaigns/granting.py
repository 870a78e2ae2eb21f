"""Giving and taking back roles, and the log of what was done with them: for owners alone."""

from datetime import datetime

from bot.answers import Values
from bot.campaigns import looking, offering, proposals, roles
from bot.campaigns.grants import Deed, Grant, Role
from bot.campaigns.speaking import FOR_OWNERS, hr_message
from bot.campaigns.terms_form import form
from bot.cards import Card
from bot.days import say_moment
from bot.errors import InvalidAnswer, StaleClick
from bot.events import Mention
from bot.frame import paragraph
from bot.messages import Choices, Element, Field, Form, Heading, Message, Option, Reply, Span, Text
from bot.people import Coachee
from bot.turn import Turn
from bot.visibility import NOTHING_ASKED

GIVEN: tuple[Role, ...] = ("hr", "observer", "owner")
MOST = 10
"""People who are given a role at once."""

SHOWN = 18
"""People with a role in one message, so that it stays below the blocks that Slack takes."""

LINES = 30
"""Lines of the log in one message."""


def roles_page(turn: Turn, card: Card) -> Message | None:
    """Show who has which role, with a button to take each back."""
    if "owner" not in roles.roles_of(turn):
        return refusal(turn)
    rows: list[Element] = [
        Text((_named(turn, one.id), Span(f" · {turn.text('campaign.owner_set')}")))
        for one in _set_owners(turn)
    ]
    given = turn.uow.roles.all()
    for grant in given[:SHOWN]:
        role = turn.text(f"campaign.role_{grant.role}")
        rows.append(Text((_named(turn, grant.coachee_id), Span(f" · {role}"))))
        back = Option(
            f"campaign:revoke:{grant.role}/{grant.coachee_id}", turn.text("campaign.way_revoke")
        )
        rows.append(Choices(card.token, (back,)))
    give = Option("campaign:give", turn.text("campaign.way_give"), "primary", form=True)
    return hr_message(
        turn,
        turn.text("campaign.roles_title"),
        Heading(turn.text("campaign.roles_title")),
        paragraph(turn.text("campaign.roles_intro")),
        Choices(card.token, (give,)),
        *(rows or [paragraph(turn.text("campaign.no_roles"))]),
        paragraph(turn.text("campaign.and_more")) if len(given) > SHOWN else None,
        seen_by=FOR_OWNERS,
    )


def log_page(turn: Turn, _card: Card) -> Message:
    """Show the latest lines of the log."""
    if "owner" not in roles.roles_of(turn):
        return refusal(turn)
    lines = [_logged(turn, deed) for deed in turn.uow.roles.log(LINES)]
    return hr_message(
        turn,
        turn.text("campaign.log_title"),
        Heading(turn.text("campaign.log_title")),
        *(lines or [paragraph(turn.text("campaign.log_empty"))]),
        seen_by=FOR_OWNERS,
    )


def refusal(turn: Turn) -> Message:
    """Say in one line whom to ask for a role."""
    asked = _whom_to_ask(turn)
    return hr_message(turn, turn.text("campaign.not_allowed"), asked, seen_by=NOTHING_ASKED)


def _whom_to_ask(turn: Turn) -> Element:
    owner = next(iter(owners(turn)), None)
    if owner is None:
        me = f"{turn.coachee.workspace}:{turn.coachee.person}"
        return paragraph(turn.text("campaign.no_owner", me=me))
    asked = (Span(turn.text("campaign.ask_owner")), Span("…", person=owner.person))
    return Text(asked)


def owners(turn: Turn) -> list[Coachee]:
    """Return the owners in somebody's own workspace."""
    return [one for one in every_owner(turn) if one.workspace == turn.coachee.workspace]


def every_owner(turn: Turn) -> list[Coachee]:
    """Return all owners whom the bot has met, each once: by the setting, then by grant."""
    granted = [g for g in turn.uow.roles.all() if g.role == "owner"]
    people = [*_set_owners(turn), *(turn.uow.people.look(grant.coachee_id) for grant in granted)]
    return list({one.id: one for one in people if one}.values())


def _set_owners(turn: Turn) -> list[Coachee]:
    """Return whom the operator's setting names, as far as the bot has met them."""
    named = [turn.uow.people.look_for(*one.rsplit(":", 1)) for one in sorted(turn.owners)]
    return [one for one in named if one]


def clicked(turn: Turn, card: Card, name: str, subject: str) -> None:
    """Open the form that gives a role, or take one back.

    Raises:
        NotAllowed: only an owner may.
    """
    roles.demand(turn)
    if name == "give":
        turn.reply = Reply(form=give_form(turn, card))
        return
    role, _, coachee_id = subject.partition("/")
    if name != "revoke" or role not in GIVEN:
        raise StaleClick(card.token)
    turn.uow.roles.revoke(coachee_id, role)
    roles.note(turn, "revoked", coachee_id, role)
    turn.refresh(card.token)


def submitted(turn: Turn, card: Card, values: Values) -> None:
    """Give roles to people.

    Raises:
        NotAllowed: only an owner may.
        InvalidAnswer: nobody is named, or somebody whom the bot has never met.
    """
    roles.demand(turn)
    chosen = values.get("people") or []
    ids = [chosen] if isinstance(chosen, str) else list(chosen)
    role = values.get("role")
    if role not in GIVEN:
        raise InvalidAnswer("errors.choose_one", field="role")
    if not ids:
        raise InvalidAnswer("errors.choose_one", field="people")
    give(turn, tuple(Mention("person", one, "") for one in ids), role)
    turn.refresh(card.token)


def give_form(turn: Turn, card: Card) -> Form:
    """Ask whom to give which role."""
    offered = tuple(Option(role, turn.text(f"campaign.role_{role}")) for role in GIVEN)
    return form(
        turn,
        f"{card.token}.give",
        "campaign.give_title",
        Field("people", turn.text("campaign.people_field"), "people", most=MOST),
        Field("role", turn.text("campaign.role"), "choice", value="hr", options=offered),
    )


def give(turn: Turn, people: tuple[Mention, ...], role: Role) -> None:
    """Give a role to people named.

    Raises:
        InvalidAnswer: the bot has never met somebody, so it could not tell them anything.
    """
    known = [turn.uow.people.look_for(turn.coachee.workspace, one.id) for one in people]
    if None in known:
        raise InvalidAnswer("campaign.never_met", field="people")
    for one in known:
        assert one is not None  # noqa: S101 - looked at above
        turn.uow.roles.grant(Grant(one.id, role, turn.coachee.id, turn.now))
        roles.note(turn, "granted", one.id, role)


def _logged(turn: Turn, deed: Deed) -> Text:
    act = turn.text(f"campaign.act_{deed.act}")
    about = _about(turn, deed.subject)
    more = _more(turn, deed)
    return Text(
        (
            Span(f"{_moment(turn, deed.at)} · "),
            _named(turn, deed.by),
            Span(f" · {act}"),
            *([Span(" · "), about] if about else []),
            *([Span(f" · {more}")] if more else []),
        )
    )


def _more(turn: Turn, deed: Deed) -> str:
    """Say what stands beside a deed: a role, which figures, or which proposal."""
    if deed.act == "looked":
        return looking.looked_at(turn, deed.detail)
    if deed.act == "offered":
        return offering.said(turn, deed.detail)
    if deed.act in {"applied", "declined"}:
        return proposals.logged(turn, deed.detail)
    with_role = deed.act in {"granted", "revoked", "entered"}
    return turn.text(f"campaign.role_{deed.detail}") if with_role else ""


def _about(turn: Turn, subject: str) -> Span | None:
    campaign = turn.uow.campaigns.look(subject) if subject else None
    if campaign is not None:
        return Span(campaign.terms.name)
    return _named(turn, subject) if subject and turn.uow.people.look(subject) else None


def _named(turn: Turn, coachee_id: str) -> Span:
    one = turn.uow.people.look(coachee_id)
    if one is None:
        return Span(turn.text("campaign.somebody_gone"))
    mine = one.workspace == turn.coachee.workspace
    return Span(one.person, person=one.person if mine else "")


def _moment(turn: Turn, at: datetime) -> str:
    return say_moment(at, turn.coachee.tz, turn.lang, turn.now)
