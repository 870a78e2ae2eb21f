"""A language model behind OpenAI's interface: theirs, a local one, or one of the company's own."""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import openai
from openai import AsyncOpenAI, DefaultAsyncHttpxClient
from openai.types.chat import ChatCompletion
from typing_extensions import override

from adapters.llm.place import OPENAI, Place
from bot.errors import ModelFailed
from bot.language import Lang
from bot.ports import Rewriter
from bot.suggestions.checking import LONGEST
from bot.suggestions.rewording import Instruction, Request, messages

log = logging.getLogger(__name__)

PATIENCE = 8.0
"""Seconds for one try; whoever asks has a limit of their own for all of them."""

RETRIES = 1
"""Tries after the first, for rate limits, outages and lost connections."""

MOST_TOKENS = 400
"""Of an answer; a wording needs about sixty, a model that thinks aloud some more."""

_SHAPE = {
    "type": "json_schema",
    "json_schema": {
        "name": "wording",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {"wording": {"type": "string", "description": f"At most {LONGEST}."}},
            "required": ["wording"],
            "additionalProperties": False,
        },
    },
}


class OpenAIRewriter(Rewriter):
    """Asks one endpoint; to be closed at the end. No tools, no memory, no user's name."""

    def __init__(self, place: Place, instructions: Mapping[Lang, Instruction]) -> None:
        self._place = place
        self._instructions = instructions
        self._shaped = True
        self._client = AsyncOpenAI(
            api_key=place.key or "none",
            base_url=place.url,
            timeout=PATIENCE,
            max_retries=RETRIES,
            # The person said yes to one host: a redirection would take the sentence to another.
            http_client=DefaultAsyncHttpxClient(follow_redirects=False),
        )
        # The client takes what is not given from the environment; only our settings count.
        self._client.organization = self._client.project = None

    @property
    @override
    def host(self) -> str:
        return self._place.host

    @override
    async def suggest(self, request: Request) -> str:
        task, sentence = messages(self._instructions[request.lang], request)
        said = [{"role": "system", "content": task}, {"role": "user", "content": sentence}]
        if self._shaped:
            try:
                return _content(await self._ask(said, response_format=_SHAPE))
            except ModelFailed as error:
                if error.reason != "not_understood":
                    raise
        reply = await self._ask(said)
        if self._shaped:  # without a shape it understood: from now on it is asked so at once
            self._shaped = False
            log.info("rewording.unshaped")
        return _content(reply)

    async def ping(self) -> None:
        """Ask for one word, to see that the endpoint and its model answer.

        Raises:
            ModelFailed: they don't.
        """
        await self._ask([{"role": "user", "content": "ping"}])

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()

    async def _ask(self, said: list[dict[str, str]], **more: Any) -> ChatCompletion:
        asked: Any = {"messages": said, **limits(self._place), **more}
        try:
            reply = await self._client.chat.completions.create(model=self._place.model, **asked)
        except openai.OpenAIError as error:
            raise ModelFailed(_reason(error)) from error
        except (ValueError, TypeError, AttributeError) as error:  # an answer that is no JSON
            raise ModelFailed("corrupt") from error
        if not isinstance(reply, ChatCompletion):
            raise ModelFailed("corrupt")
        return reply


def limits(place: Place) -> dict[str, int | bool]:
    """Return how long an answer may be; OpenAI is also told to keep none of it for later.

    Local endpoints know the older name of the limit only, OpenAI's newer models only the newer one.
    """
    theirs = urlsplit(OPENAI).hostname
    if place.host == theirs or place.host.endswith(f".{theirs}"):  # such as eu.api.openai.com
        return {"max_completion_tokens": MOST_TOKENS, "store": False}
    return {"max_tokens": MOST_TOKENS}


def _content(reply: ChatCompletion) -> str:
    """Return what was answered. The client does not check what it received."""
    try:
        choice = reply.choices[0]
        refused, content, ended = (
            choice.message.refusal,
            choice.message.content,
            choice.finish_reason,
        )
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ModelFailed("corrupt") from error
    if refused or ended == "content_filter":
        raise ModelFailed("refused")
    if ended == "length":
        raise ModelFailed("truncated")
    if not isinstance(content, str) or not content.strip():
        raise ModelFailed("empty")
    return content


def _reason(error: openai.OpenAIError) -> str:
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return reason
    return "outage" if isinstance(error, openai.APIStatusError) else "failed"


_REASONS: tuple[tuple[type[openai.OpenAIError], str], ...] = (
    (openai.APITimeoutError, "timeout"),
    (openai.APIConnectionError, "unreachable"),
    (openai.APIResponseValidationError, "corrupt"),
    (openai.RateLimitError, "rate_limited"),
    (openai.AuthenticationError, "key_refused"),
    (openai.PermissionDeniedError, "key_refused"),
    (openai.NotFoundError, "model_unknown"),
    (openai.BadRequestError, "not_understood"),
    (openai.UnprocessableEntityError, "not_understood"),
)
