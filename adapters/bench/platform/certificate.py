"""A certificate for this machine's own address, made anew each time."""

import ssl
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HERE = IPv4Address("127.0.0.1")
FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def self_signed(stack: ExitStack) -> tuple[ssl.SSLContext, Path]:
    """Return what a server on 127.0.0.1 needs, and the file that makes clients trust it."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="declic-bench-")))
    key = ec.generate_private_key(ec.SECP256R1())
    private, public = folder / "key.pem", folder / "ca.pem"
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    public.write_bytes(_signed(key).public_bytes(serialization.Encoding.PEM))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(public, private)
    return context, public


def trusting(authority: str) -> ssl.SSLContext:
    """Return what a client needs that trusts this certificate."""
    return ssl.create_default_context(cafile=authority)


def _signed(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "declic bench")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(HERE)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
