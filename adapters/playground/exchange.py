"""JSON over HTTP: requests checked on the way in, plain codes for what is refused."""

from typing import Any, TypeVar

import orjson
from aiohttp import web
from pydantic import BaseModel, ValidationError

from adapters.playground.guard import MOST_BYTES

Asked = TypeVar("Asked", bound=BaseModel)


async def read(request: web.Request, kind: type[Asked]) -> Asked:
    """Read a request.

    Raises:
        web.HTTPException: 413 if it is too long, 422 with the names of the wrong fields.
    """
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > MOST_BYTES:
            raise refused(web.HTTPRequestEntityTooLarge(MOST_BYTES, len(body)), "long")
    try:
        return kind.model_validate_json(bytes(body))
    except ValidationError as error:
        wrong = sorted({str(fault["loc"][0]) for fault in error.errors() if fault["loc"]})
        raise refused(web.HTTPUnprocessableEntity(), "invalid", fields=wrong) from None


def answer(told: object) -> web.Response:
    """Send JSON; dataclasses and times are understood."""
    return web.Response(body=orjson.dumps(told), content_type="application/json")


def refused(error: web.HTTPException, code: str, **more: Any) -> web.HTTPException:
    """Give an error the code for which the page has a sentence in both languages."""
    error.body = orjson.dumps({"error": code, **more})
    error.content_type = "application/json"
    return error
