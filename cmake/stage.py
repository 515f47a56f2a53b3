#!/usr/bin/env python3
"""Lays out what the server delivers: stage.py OUT CACHE [--plain] FILE-OR-FOLDER…

Everything lands flat in OUT, scripts and styles without what only their readers need, each file with a brotli copy
(.br) beside it; with --plain as it is. sw.js is completed:
__VERSION__ becomes a name for the content of all files together, __PRECACHE__ the paths to keep for a visit without
a network, __LATER__ those that are fetched once the page has settled; both with digests as subresource integrity
writes them, so that the service worker takes all of one version or nothing.
version.json tells the same to the server and to `make size`. What an earlier build left in OUT goes.
"""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import brotli

TOO_SMALL_TO_PACK = 256
ALREADY_PACKED = (".png", ".jpg", ".webp", ".woff2")
LATER = ("common-", "mingbai-batch.", "batch.js", "cases.json")
ON_DEMAND = ("rare-",)  # fetched when a name needs them, kept by the page
CACHE_DAYS = 14


def collect(sources):
    files = {}
    for source in sources:
        paths = [source]
        if os.path.isdir(source):
            paths = [os.path.join(place, name) for place, _, names in os.walk(source) for name in names]
        for path in paths:
            name = os.path.basename(path)
            if name in files:
                sys.exit(f"{path}: another file is already staged as {name}")
            with open(path, "rb") as file:
                files[name] = file.read()
    return dict(sorted(files.items()))


def digest(content):
    return hashlib.sha256(content).hexdigest()


def small_script(job):
    """A script as esbuild shortens it; what another script imports keeps its name."""
    name, content = job
    if not name.endswith((".js", ".mjs", ".css")):
        return name, content
    how = ["--loader=css"] if name.endswith(".css") else ["--loader=js", "--target=es2022"]
    if re.search(rb"^(import|export)\b|\bexport\s*(default|\{)", content, re.M):
        how.append("--format=esm")
    done = subprocess.run(["esbuild", "--minify", "--charset=utf8", "--log-level=warning", *how], input=content, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{name}: {done.stderr.decode()}")
    return name, done.stdout


def integrity(content):
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def version_of(files):
    return digest(json.dumps({name: digest(content) for name, content in files.items()}).encode())[:12]


def complete(files, version):
    """The service worker is the only file that names the version: it is what changes when anything does."""
    if "sw.js" not in files:
        return
    paths = {False: {}, True: {}}
    for name, content in files.items():
        if name != "sw.js" and not name.startswith(ON_DEMAND):
            paths[name.startswith(LATER)]["/" if name == "index.html" else "/" + name] = integrity(content)
    text = files["sw.js"].decode().replace("__VERSION__", version)
    text = text.replace("__PRECACHE__", json.dumps(paths[False])).replace("__LATER__", json.dumps(paths[True]))
    files["sw.js"] = text.encode()


def packed(job):
    """The brotli form of a file, from the cache when its content was packed before."""
    name, content, cache = job
    if len(content) < TOO_SMALL_TO_PACK or name.endswith(ALREADY_PACKED):
        return name, None
    path = os.path.join(cache, digest(content) + ".br")
    if not os.path.exists(path):
        write(path, brotli.compress(content, quality=11, lgwin=24))
    os.utime(path)
    with open(path, "rb") as file:
        return name, file.read()


def write(path, content):
    """By rename: a server that is running never reads half a file. An unchanged file keeps its time."""
    if os.path.exists(path):
        with open(path, "rb") as file:
            if file.read() == content:
                return
    part = f"{path}.{os.getpid()}.part"
    with open(part, "wb") as file:
        file.write(content)
    os.replace(part, path)


def sweep(cache):
    oldest = time.time() - CACHE_DAYS * 24 * 3600
    for entry in os.scandir(cache):
        if entry.stat().st_mtime < oldest:
            os.remove(entry.path)


def main(out, cache, *sources):
    plain = "--plain" in sources
    files = collect([source for source in sources if source != "--plain"])
    if not plain:
        with ThreadPoolExecutor() as pool:
            files = dict(pool.map(small_script, files.items()))
    version = version_of(files)
    complete(files, version)
    os.makedirs(out, exist_ok=True)
    os.makedirs(cache, exist_ok=True)

    small = {}
    if not plain:
        with ProcessPoolExecutor() as pool:
            small = dict(pool.map(packed, [(name, content, cache) for name, content in files.items()]))
        small = {name: content for name, content in small.items() if content and len(content) < len(files[name])}
    sizes = {name: {"bytes": len(content), "brotli": len(small.get(name, content))} for name, content in files.items()}
    staged = {name: content for name, content in files.items()}
    staged.update({name + ".br": content for name, content in small.items()})
    staged["version.json"] = json.dumps({"version": version, "files": sizes}, indent=1).encode()

    for name in set(os.listdir(out)) - staged.keys():
        os.remove(os.path.join(out, name))
    for name, content in staged.items():
        write(os.path.join(out, name), content)
    sweep(cache)


if __name__ == "__main__":
    main(*sys.argv[1:])
