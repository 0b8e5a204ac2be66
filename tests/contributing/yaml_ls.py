"""What an editor shows: the diagnostics of yaml-language-server for every wrong value of the tests.

    PYTHONPATH=scripts:tests python tests/contributing/yaml_ls.py yaml-language-server > editor.json

starts the server (``npm install yaml-language-server``, then its command), attaches the schemas with
the project's own settings for editors, opens each changed file as an editor would, and prints what was
underlined where (seen with 2.0.0). ``editor.json`` beside this file is that. The tests compare its
places with those of our own check, for every case, and need no server: it takes Node, which nothing else
here does. That the record is of these schemas and these files is held by their digests.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from browser.trees import write_tree
from corpus_files import Case, cases, example_files
from ramberattelser.contributing.schemas import editor_settings, schema_files


class Server:
    """A language server, spoken to over its standard streams."""

    def __init__(self, command: list[str], root: Path) -> None:
        self._process = subprocess.Popen([*command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._numbers = itertools.count(1)
        self._settings = json.loads(editor_settings())
        self._versions: dict[str, int] = {}
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        folders = [{"uri": root.as_uri(), "name": "prov"}]
        capabilities = {"workspace": {"configuration": True, "workspaceFolders": True}}
        start = {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": folders}
        self._request("initialize", start | {"capabilities": capabilities})
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": self._nested()})

    def underlined(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file, or change it if it is open, and return the server's diagnostics about it."""
        uri = path.as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self._notify("textDocument/didOpen", {"textDocument": document})
        else:
            document = {"uri": uri, "version": version}
            changes = [{"text": text}]
            self._notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
        while uri not in self.diagnostics:
            self._handle(self._read())
        return self.diagnostics.pop(uri)

    def close(self) -> None:
        """End the server."""
        self._request("shutdown", None)
        self._notify("exit", None)
        self._process.wait(timeout=20)

    def _nested(self) -> dict[str, Any]:
        return {"yaml": self._section("yaml"), "http": {}}

    def _section(self, name: str) -> dict[str, Any]:
        if name != "yaml":
            return {}
        return {"schemas": self._settings["yaml.schemas"], "schemaStore": {"enable": False}, "validate": True}

    def _request(self, method: str, parameters: Any) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                return message.get("result")
            self._handle(message)

    def _notify(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _handle(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            asked = (
                message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
            )
            result = None if asked is None else [self._section(item["section"]) for item in asked]
            self._send({"id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        stream = self._stream(self._process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def _read(self) -> dict[str, Any]:
        stream = self._stream(self._process.stdout)
        length = 0
        while (line := stream.readline().strip()) or not length:
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(stream.read(length))
        return message

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None
        return stream


def digest() -> str:
    """Return what stands for the schemas without their words: while it is the same, so are the places."""
    bare = {path: _bare(json.loads(text)) for path, text in schema_files().items()}
    settings = json.loads(editor_settings())
    return hashlib.sha256(json.dumps([bare, settings], sort_keys=True).encode()).hexdigest()


def digest_of_cases() -> str:
    """Return what stands for the files that were opened: while it is the same, so is what was underlined."""
    opened = {str(case): changed_files(case) for case in cases("values")}
    return hashlib.sha256(json.dumps(opened, sort_keys=True).encode()).hexdigest()


def _bare(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    words = ("title", "description", "examples")
    return {name: _bare(part) for name, part in schema.items() if not (name in words and _is_words(part))}


def _is_words(part: Any) -> bool:
    """True for the words about a field, False for a field that happens to be called so."""
    return not isinstance(part, dict)


def changed_files(case: Case) -> dict[str, str]:
    """Return the files of a case that are not as in the example."""
    right = example_files()
    return {path: text for path, text in case.files().items() if right.get(path) != text}


def main() -> int:
    """Print, for each case, what the editor underlined in its changed files."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write_tree(root, schema_files())
        write_tree(root, example_files())
        server = Server(sys.argv[1:], root)
        wrong = {path: server.underlined(root / path, text) for path, text in example_files().items()}
        assert not any(wrong.values()), {path: found for path, found in wrong.items() if found}
        shown = {str(case): sorted(_shown(server, root, case)) for case in cases("values")}
        server.close()
    made = {"schemas": digest(), "cases": digest_of_cases(), "shown": shown}
    print(json.dumps(made, ensure_ascii=False, indent=1))
    return 0


def _shown(server: Server, root: Path, case: Case) -> list[str]:
    told = []
    for path, text in changed_files(case).items():
        for found in server.underlined(root / path, text):
            place = found["range"]["start"]
            told.append(f"{path}:{place['line'] + 1}:{place['character'] + 1}: {found['message']}")
    return told


if __name__ == "__main__":
    sys.exit(main())
