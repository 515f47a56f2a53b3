#!/usr/bin/env python3
"""Cuts the interface's fonts out of Noto Sans SC: fonts.py RECIPE.json STRINGS_DIR POLICIES.json OUT_DIR CACHE_DIR.

Two pairs of regular and bold are made. The first pair is what the first picture needs: the characters of the
strings that assets/fonts/recipe.json names, in its order, as many as its budget holds. The common pair is loaded
afterwards: every other character of the strings and packs; bold only what headings and labels need, the names of
documents and rules among them, for a longer text is bold in words only, and those the page prints twice.
A character that the first pair lacks is drawn as soon as the common pair is there, so nothing is ever lost by the
cut. What people write (names, addresses) the page draws with the device's own faces; all other Han characters go to
OUT/rare in shards by code point, regular only, for a device that lacks them (web/page/glyphs.js knows the same rules):
Noto's in rare-*.otf, what it lacks out of HanaMin in rare-*.ttf, set to Noto's metrics.

The outlines are rounded to half of Noto's grid (1/500 em, a quarter of a device pixel at 120 px), which saves
a sixth of the weight; the line metrics stay exact. The copyright and licence stay in the name table.
"""

import hashlib
import io
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache

import brotli
import fontTools
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.scaleUpem import scale_upem

ASCENT, DESCENT = 1.160, 0.288  # Noto's line, in em: all cuts stand on one baseline and are one size
SECOND_LICENCE = ("Hanazono Font License: unlimited permission is granted to use, copy, and distribute it, with or without modification, "
                  "either commercially and noncommercially. Provided \"as is\" without warranty.")
PRINTABLE_ASCII = [chr(code) for code in range(0x20, 0x7F)]
# What programs write around figures, in no string and in no pack: minus, times, yen, ellipsis, the dots of a password.
WRITTEN_BY_CODE = list("¥−×…•·–→")


def in_order(*texts):
    """The characters of the texts, each once, in the order in which they appear."""
    return list(dict.fromkeys(char for text in texts for char in text if char.isprintable()))


class Foundry:
    """Cuts one face after the other; the same cut is taken from the cache the next time."""

    def __init__(self, recipe, cache):
        self.recipe, self.cache = recipe, cache
        with open(__file__, "rb") as script:
            self.salt = fontTools.version.encode() + script.read()

    def cut(self, face, chars):
        path = self.recipe["source"][face]
        return self.kept([path], chars, lambda: self.drawn(path, chars))

    def copied(self, paths, chars):
        return self.kept(paths, chars, lambda: redrawn(paths, chars, self.recipe["units_per_em"]))

    def kept(self, paths, chars, made):
        key = [self.recipe["units_per_em"], *((path, os.stat(path).st_size) for path in paths), "".join(sorted(chars))]
        name = hashlib.sha256(self.salt + json.dumps(key).encode()).hexdigest()[:32] + ".font"
        path = os.path.join(self.cache, name)
        if not os.path.exists(path):
            write(path, made())
        os.utime(path)
        with open(path, "rb") as file:
            return file.read()

    def drawn(self, path, chars):
        options = subset.Options(
            layout_features=[], hinting=False, name_IDs=[0, 13, 14], glyph_names=False, notdef_outline=False, desubroutinize=True)
        options.drop_tables += ["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "VORG", "BASE"]
        font = TTFont(path, fontNumber=self.recipe["source"]["number"], recalcTimestamp=False)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(char) for char in chars])
        cutter.subset(font)
        scale_upem(font, self.recipe["units_per_em"])
        result = io.BytesIO()
        font.save(result)
        return result.getvalue()


@lru_cache
def opened(path):
    font = TTFont(path, lazy=True)
    return font, font.getBestCmap()


def redrawn(paths, chars, units):
    """A new TrueType face with the outlines of the first face that has each character, on our grid and with Noto's line."""
    order, glyphs, widths = [".notdef"], {".notdef": Glyph()}, {".notdef": (units, 0)}
    for char in chars:
        font, cmap = next(face for face in map(opened, paths) if ord(char) in face[1])
        source, name = font["glyf"], f"u{ord(char):x}"
        drawn = Glyph(source.glyphs[cmap[ord(char)]].data)  # a copy: the face stays folded
        drawn.expand(source)
        drawn.removeHinting()
        scale = units / font["head"].unitsPerEm
        drawn.coordinates.scale((scale, scale))
        drawn.coordinates.toInt()
        order.append(name)
        glyphs[name] = drawn
    face = FontBuilder(units, isTTF=True)
    face.setupGlyphOrder(order)
    face.setupCharacterMap({ord(char): f"u{ord(char):x}" for char in chars})
    face.setupGlyf(glyphs)
    for name in order[1:]:
        widths[name] = (units, getattr(glyphs[name], "xMin", 0))
    face.setupHorizontalMetrics(widths)
    face.setupHorizontalHeader(ascent=round(units * ASCENT), descent=-round(units * DESCENT))
    face.setupNameTable({"copyright": opened(paths[0])[0]["name"].getDebugName(0), "licenseDescription": SECOND_LICENCE})
    face.setupOS2()
    face.setupPost(keepGlyphNames=False)
    result = io.BytesIO()
    face.font.save(result)
    return result.getvalue()


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    part = f"{path}.{os.getpid()}.part"
    with open(part, "wb") as file:
        file.write(content)
    os.replace(part, path)


def read_strings(folder):
    texts = []
    for name in sorted(os.listdir(folder), reverse=True):  # zh-CN before en
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            texts.append(json.load(file))
    return texts


def texts_of(value):
    if isinstance(value, dict):
        value = [part for pair in value.items() for part in pair]
    if isinstance(value, list):
        return [text for part in value for text in texts_of(part)]
    return [value] if isinstance(value, str) else []


def labels_of(value):
    """The titles and labels of a pack: what a form shows before anything is computed."""
    if isinstance(value, list):
        return [text for part in value for text in labels_of(part)]
    if not isinstance(value, dict):
        return []
    own = [text for name in ("label", "title") for text in texts_of(value.get(name))]
    return own + [text for part in value.values() for text in labels_of(part)]


def first_characters(recipe, strings, packs):
    """(face, character) by importance: digits and letters, then group by group, regular before the bold of short texts."""
    ranked = [(face, char) for char in PRINTABLE_ASCII + WRITTEN_BY_CODE for face in ("regular", "bold")]
    for group in recipe["first"]["by_importance"]:
        chosen = [text for prefix in group["strings"] for texts in strings for key, text in texts.items() if key.startswith(prefix)]
        chosen += [text for name in group["labels_of"] for text in labels_of(packs.get(name))]
        short = [text for text in chosen if len(text) <= recipe["first"]["bold_up_to"]]
        ranked += [("regular", char) for char in in_order(*chosen)]
        ranked += [("bold", char) for char in in_order(*short)]
    return list(dict.fromkeys(ranked))


def first_pair(foundry, recipe, ranked):
    budget, count = recipe["first"]["budget_bytes"], len(ranked)
    while True:
        chars = {face: [char for of, char in ranked[:count] if of == face] for face in ("regular", "bold")}
        fonts = {face: foundry.cut(face, chars[face]) for face in chars}
        weight = sum(len(brotli.compress(font)) for font in fonts.values())
        if weight <= budget:
            break
        count = min(count - 1, int(count * budget / weight))
    counts = ", ".join(f"{len(chars[face])} {face}" for face in chars)
    print(f"first fonts: {counts}, {weight} of {budget} bytes; {len(ranked) - count} of {len(ranked)} wait for the common ones")
    return fonts, chars


def shard_of(code):
    """512 neighbouring code points a shard."""
    return f"rare-{code >> 9:x}.otf"


def second_shard_of(code):
    """128 a shard: nearly every code point is there, and its outlines are longer."""
    return f"rare-{code >> 7:x}.ttf"


def is_han(code):
    return 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or code >= 0x20000


def characters_of(path, number=-1):
    return {code for code in TTFont(path, fontNumber=number, lazy=True).getBestCmap() if is_han(code)}


def level_3(recipe):
    return {code for first, last in recipe["gb18030_level_3"] for code in range(int(first, 16), int(last, 16) + 1)}


def cut_shard(job):
    foundry, name, chars = job
    return name, foundry.cut("regular", chars) if name.endswith(".otf") else foundry.copied(foundry.recipe["second_source"], chars)


def rare_shards(foundry, common):
    recipe = foundry.recipe
    noto = characters_of(recipe["source"]["regular"], recipe["source"]["number"])
    second = set().union(*map(characters_of, recipe["second_source"])) - noto
    wanted = level_3(recipe)
    print(f"GB 18030-2022 level 3, {len(wanted)} Han characters: {len(wanted & noto)} in Noto Sans CJK, "
          f"{len(wanted & second)} more in HanaMin, {len(wanted - noto - second)} in neither")
    shards = {}
    for held, shard in ((noto - {ord(char) for char in common}, shard_of), (second, second_shard_of)):
        for code in sorted(held):
            shards.setdefault(shard(code), []).append(chr(code))
    with ProcessPoolExecutor() as pool:
        return dict(pool.map(cut_shard, [(foundry, name, chars) for name, chars in shards.items()], chunksize=4))


def main(recipe_path, strings_folder, policies_path, out, cache):
    with open(recipe_path, encoding="utf-8") as file:
        recipe = json.load(file)
    with open(policies_path, encoding="utf-8") as file:
        packs = json.load(file)["files"]
    strings = read_strings(strings_folder) if os.path.isdir(strings_folder) else []
    foundry = Foundry(recipe, cache)

    written = in_order(*PRINTABLE_ASCII, *WRITTEN_BY_CODE, *texts_of(strings))
    headings = [text for texts in strings for text in texts.values() if len(text) <= recipe["common_bold_up_to"]]
    headings += [text for name in packs if name.rsplit("/")[-1] in recipe["common_bold_labels_of"] for text in labels_of(packs[name])]
    ours = {"regular": in_order(written, *texts_of(packs)), "bold": in_order(*headings)}
    first, held = first_pair(foundry, recipe, first_characters(recipe, strings, packs))
    for face, font in first.items():
        rest = [char for char in ours[face] if char not in held[face]]
        write(os.path.join(out, f"first-{face}.otf"), font)
        write(os.path.join(out, f"common-{face}.otf"), foundry.cut(face, rest))
    kept = os.path.join(out, "rare")
    shards = rare_shards(foundry, ours["regular"])
    for name in os.listdir(kept) if os.path.isdir(kept) else []:
        if name not in shards:
            os.remove(os.path.join(kept, name))
    for name, font in shards.items():
        write(os.path.join(kept, name), font)


if __name__ == "__main__":
    main(*sys.argv[1:])
