"""The texts of the window in other languages: collects them from the code, keeps the .ts files, compiles them.

`make translations` updates resources/translations/photoorg_*.ts (for Qt Linguist, or any editor) and the compiled
.qm files beside them. Texts are found in the syntax tree, because lupdate does not follow ``tr = window.tr``; their
contexts are those that ``QObject.tr`` looks up: the class, else the window.

What the services say (errors, reasons, what was done) stays English in the catalog, on the command line and in
JSON. The window translates it by its templates, which are collected here too, into services.json.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
FOLDER = TOP / "resources" / "translations"
LANGUAGES = ("de",)
#: The context of what the services say.
SERVICES = "Services"
#: The context of texts outside of classes: they are asked of the window.
WINDOW = "MainWindow"
#: Layers whose sentences the window shows.
_SPEAKING = ("core", "library", "media", "embed", "catalog", "services")
#: What only the command line shows.
_ELSEWHERE = tuple(
    f"photoorg/{place}"
    for place in (
        *(
            "services/lab/",
            "services/demo/",
        ),
        *("embed/adopt", "services/duplicates/pairs"),
    )
)


@dataclass(frozen=True)
class Text:
    """A text to translate, and the file it stands in. ``comment`` tells two meanings of one text apart."""

    context: str
    source: str
    comment: str
    file: str

    @property
    def key(self) -> Key:
        """What a translation is found by."""
        return self.context, self.source, self.comment


#: Context, source, comment.
Key = tuple[str, str, str]


def window_texts() -> Iterator[Text]:
    """The texts of the window, in the order of the code.

    Raises:
        ValueError: a text is not written out where it is translated, so that nobody could collect it.
    """
    for file in sorted((TOP / "photoorg" / "ui").rglob("*.py")):
        yield from _texts_of(ast.parse(file.read_text("utf-8")), file.relative_to(TOP).as_posix(), WINDOW)


def _texts_of(node: ast.AST, file: str, context: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _translated(child, file, context)
        yield from _texts_of(child, file, child.name if isinstance(child, ast.ClassDef) else context)


def _translated(call: ast.Call, file: str, context: str) -> Iterator[Text]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in ("tr", "translate", "QT_TRANSLATE_NOOP") or not call.args:
        return
    if name == "QT_TRANSLATE_NOOP":  # marks a text that is translated elsewhere
        context, text = _literal(call.args[0], file), call.args[1]
    elif name == "translate":
        if not isinstance(call.func, ast.Attribute) or getattr(call.func.value, "id", "") != "QCoreApplication":
            return  # of a painter, or of bytes
        context, text = _literal(call.args[0], file), call.args[1]
        if not isinstance(text, ast.Constant):
            return  # marked where it stands
    else:
        own = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "self"
        context, text = context if own else WINDOW, call.args[0]
    comment = _literal(call.args[1], file) if name == "tr" and len(call.args) > 1 else ""
    for each in (text.body, text.orelse) if isinstance(text, ast.IfExp) else (text,):
        yield Text(context, _literal(each, file), comment, file)


def _literal(node: ast.expr, file: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{file}:{node.lineno}: a text to translate must be written out there.")


def service_texts() -> Iterator[Text]:
    """Templates of what the services say, with {1}, {2}, ... for what they fill in."""
    for layer in _SPEAKING:
        for file in sorted((TOP / "photoorg" / layer).rglob("*.py")):
            name = file.relative_to(TOP).as_posix()
            if name.startswith(_ELSEWHERE):
                continue
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                for text in _said(node):
                    if " " in text and sum(map(str.isalpha, text)) >= _LEAST:
                        yield Text(SERVICES, text, "", name)
    profiles = tomllib.loads((TOP / "resources" / "profiles.toml").read_text("utf-8"))
    summaries = [profile["summary"] for profile in profiles["profiles"].values() if "summary" in profile]
    for text in (*_PARTS, *_LOOKALIKES, *summaries):
        yield Text(SERVICES, text, "", "photoorg/services")


def _said(node: ast.AST) -> Iterator[str]:
    """The sentences in an expression that makes an error, a reason, or an entry of the journal."""
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "Profile":
            for keyword in node.keywords:
                if keyword.arg == "summary":
                    yield from _templates(keyword.value)
        elif name.endswith("Error") or name in _SAYING:
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                yield from _templates(argument)
    elif isinstance(node, (ast.Return, ast.Assign, ast.AnnAssign)) and node.value is not None:
        yield from (text for text in _templates(node.value) if _SENTENCE.match(text) and "SELECT" not in text)


#: Letters that a template has of its own: others would fit anything.
_LEAST = 8
#: What the sentences of the services are put together from.
_PARTS = (
    *("Gave 1 photo 1 star", "Gave 1 photo {1} stars", "Gave {1} photos 1 star", "Gave {1} photos {2} stars"),
    *("1 photo", "{1} photos", "1 star", "{1} stars", "{1} and {2}", "{1}, {2}", "group", "theme", "undo", "redo"),
    *("It has {1}.", "Picked {1}", "Rejected {1}", "Archived {1}", "Restored {1}", "Split {1} off {2}"),
    *("Moved {1} to {2}", "Removed {1} from {2}", "Split {1} into {2}", "Filed {1} under {2}"),
    *("photos", "screenshots", "documents", "drawings", "the sharpest picture", "the name of an original"),
    "“{1}”",
    *("the most complete metadata", "files that belong to it", "the oldest file", "the most pixels ({1} megapixels)"),
)
#: What a file that is no picture is taken for.
_LOOKALIKES = (
    *("a PDF document", "a ZIP archive or an office document", "a Photoshop document", "a PostScript document"),
    *("a GIMP document", "a compressed archive", "a RAR archive", "a 7z archive", "a video or sound file", "a video"),
    *("a companion file of macOS", "an SVG drawing", "a pointer to a file that was not downloaded", "text"),
)
#: How a sentence begins, as SQL does not.
_SENTENCE = re.compile(r"(?![A-Z]{2,} )[A-Z{“]")
#: Calls whose texts reach a person.
_SAYING = frozenset(
    ["Cancelled", "Failure", "Skipped", "Left", "record", "_record", "note", "begin", "Finding", "Checked"]
)


def _templates(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield _numbered(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield _numbered("".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values))
    elif isinstance(node, ast.Subscript):
        yield from _templates(node.value)
    elif isinstance(node, ast.Lambda):
        yield from _templates(node.body)
    elif isinstance(node, ast.IfExp):
        yield from _templates(node.body)
        yield from _templates(node.orelse)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _templates(value)
    elif isinstance(node, (ast.Tuple, ast.List)):
        for value in node.elts:
            yield from _templates(value)


def _numbered(text: str) -> str:
    """``text`` with its fields numbered from 1."""
    first, *rest = text.split("{}")
    return first + "".join(f"{{{at}}}{part}" for at, part in enumerate(rest, 1))


def collect() -> dict[Key, list[str]]:
    """Every text with the files it stands in."""
    found: dict[Key, list[str]] = {}
    for text in (*window_texts(), *service_texts()):
        files = found.setdefault(text.key, [])
        if text.file not in files:
            files.append(text.file)
    return found


def known(language: str) -> dict[Key, str]:
    """The translations that there are."""
    file = FOLDER / f"photoorg_{language}.ts"
    if not file.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")): translation
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.findtext("translation", ""))
    }


def missing(language: str) -> list[Key]:
    """The texts without a translation."""
    there = known(language)
    return [key for key in collect() if key not in there]


def write(language: str, translations: dict[Key, str]) -> None:
    """Write the .ts file: every text that the code has, with its translation where there is one."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for key, files in sorted(collect().items()):
        context, source, comment = key
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        for file in files:
            ET.SubElement(message, "location", filename=f"../../{file}")
        ET.SubElement(message, "source").text = source
        if comment:
            ET.SubElement(message, "comment").text = comment
        translation = ET.SubElement(message, "translation")
        if key in translations:
            translation.text = translations[key]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    FOLDER.mkdir(exist_ok=True)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    (FOLDER / f"photoorg_{language}.ts").write_text(f"{head}{body}\n", "utf-8")


def compile_ts(language: str) -> None:
    """Make the .qm file that the window loads."""
    file = FOLDER / f"photoorg_{language}.ts"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", str(file), "-qm", str(file.with_suffix(".qm"))], check=True)


def main() -> int:
    """Update and compile everything; 1 when texts are not translated yet, which are named."""
    templates = sorted({source for context, source, _ in collect() if context == SERVICES})
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "services.json").write_text(json.dumps(templates, indent=1, ensure_ascii=False) + "\n", "utf-8")
    left = 0
    for language in LANGUAGES:
        write(language, known(language))
        compile_ts(language)
        for context, source, _ in missing(language):
            left += 1
            print(f"{language}: {context}: {source!r} is not translated", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
