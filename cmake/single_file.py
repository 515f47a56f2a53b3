#!/usr/bin/env python3
"""Puts the program into one file that opens without server and network: single_file.py EDITION WEB OUT.

EDITION is web/single_file, what this edition has of its own; WEB what stage.py laid out. Its scripts are bundled by esbuild, everything it fetches is packed (deflate, base64) into
the document, and the content security policy in its head names each script by its digest and allows no connection at
all. What needs the server (the worker with the database, the service worker) stays out; so do rare characters' fonts.
"""

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

FETCHED = ("mingbai-page.wasm", "mingbai-rest.wasm", "policies.json", "first-regular.otf", "first-bold.otf",
           "common-regular.otf", "common-bold.otf")
WORKERS = {"batch.js": ("mingbai-batch.wasm", "policies.json", "cases.json")}
# What the page says of a device that keeps things: this edition keeps them as long as it is open.
KEPT_NOWHERE = {
    "已经存在这台设备里的内容还在。": "存过草稿文件的，从文件恢复。",
    "您填好的内容已经存在这台设备里，重新打开就能接着办。": "请重新打开；存过草稿文件的，从文件恢复。",
}
LEFT_OUT = ("store.js", "offline.js")  # of what main.js imports when it is asked to
LINKS = re.compile(r'<link rel="(?:manifest|icon|stylesheet|preload|modulepreload)"[^>]*>\n')
SCRIPTS = re.compile(r'<script[^>]*src="[^"]*"[^>]*></script>\n')


def read(*path, mode="r"):
    with open(os.path.join(*path), mode, **({} if "b" in mode else {"encoding": "utf-8"})) as file:
        return file.read()


def bundled(folder, name, *options):
    done = subprocess.run(["esbuild", os.path.join(folder, name), "--bundle", "--minify", "--charset=utf8", "--log-level=warning", *options],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout.strip()


def script(folder, name):
    out = [f"--external:./{left}" for left in LEFT_OUT]
    return bundled(folder, name, "--format=iife", "--define:import.meta.url=mingbaiBase", *out).replace("</script", "<\\/script")


def packed(content):
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(stream.compress(content) + stream.flush()).decode()


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def data_block(name, content):
    return f'<script type="text/plain" id="file:{name}">{content}</script>\n'


def main(edition, web, out):
    prologue = read(edition, "prologue.js")
    with tempfile.TemporaryDirectory() as place:  # scripts of both folders import each other by name alone
        for folder in (web, edition):
            for name in os.listdir(folder):
                if name.endswith((".js", ".mjs")):
                    shutil.copy(os.path.join(folder, name), place)
        with open(os.path.join(place, "whole.js"), "w", encoding="utf-8") as file:
            file.write('import "./drafts.js";\nimport "./main.js";\n')
        scripts = [prologue, script(place, "early.js"), script(place, "whole.js")]
        workers = {name: script(place, name) for name in WORKERS}
    style = bundled(web, "app.css")
    policy = ("default-src 'none'; script-src " + " ".join(map(digest, scripts)) + " 'wasm-unsafe-eval'; style-src " + digest(style)
              + "; worker-src blob:; img-src data: blob:; base-uri 'none'; form-action 'none'")
    page = SCRIPTS.sub("", LINKS.sub("", read(web, "index.html")))
    icon = "data:image/svg+xml;base64," + base64.b64encode(read(web, "icon.svg", mode="rb")).decode()
    page = page.replace('src="icon.svg"', f'src="{icon}"')
    page = page.replace('<meta charset="utf-8">\n', f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n')
    page = page.replace("</head>", f"<style>{style}</style>\n</head>")

    for here, gone in KEPT_NOWHERE.items():
        if here not in page:
            sys.exit(f"index.html no longer says: {here}")
        page = page.replace(here, gone)
    page = page.replace('<section id="print"', read(edition, "dialogs.html") + '<section id="print"')
    content = "".join(data_block(name, packed(read(web, name, mode="rb"))) for name in FETCHED)
    for name, files in WORKERS.items():
        content += "".join(data_block(file, packed(read(web, file, mode="rb"))) for file in files if file not in FETCHED)
        content += f'<script type="text/plain" id="worker:{name}" data-files="{" ".join(files)}">{prologue}{workers[name]}</script>\n'
    content += "".join(f"<script>{text}</script>\n" for text in scripts)
    page = page.replace("</body>", content + "</body>")
    part = out + ".part"
    with open(part, "w", encoding="utf-8") as file:
        file.write(page)
    os.replace(part, out)
    print(f"{os.path.basename(out)}: {len(page.encode()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
