#include "core/filing/attachment/attachment.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/core/filing/attachment/files.h"

namespace mingbai::filing {
namespace {

std::string fault_of(const std::string& bytes, const AttachmentLimits& limits = {}) {
  const auto kept = clean_attachment(bytes, limits);
  return kept ? "kept" : kept.error().front().code;
}

}  // namespace

TEST_CASE("a file is what its content is, whatever it is called") {
  CHECK(clean_attachment(jpeg(640, 480), {})->media == Media::jpeg);
  CHECK(clean_attachment(png(640, 480), {})->media == Media::png);
  CHECK(clean_attachment(pdf(""), {})->media == Media::pdf);
  CHECK(fault_of("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>") == "unknown_media");
  CHECK(fault_of("<!doctype html>") == "unknown_media");
  CHECK(fault_of("PK\x03\x04 a bomb") == "unknown_media");
  CHECK(fault_of("GIF89a") == "unknown_media");
  CHECK(fault_of("") == "empty_file");
}

TEST_CASE("size in bytes and in pixels is bounded") {
  CHECK(fault_of(jpeg(20000, 20000)) == "too_many_pixels");
  CHECK(fault_of(png(20000, 20000)) == "too_many_pixels");
  CHECK(fault_of(png(0, 480)) == "damaged_file");
  CHECK(fault_of(png(640, 480), {.bytes_most = 20}) == "too_large");
  CHECK(fault_of(jpeg(4000, 3000)) == "kept");
}

TEST_CASE("too large and of an unknown kind are told at once") {
  const auto kept = clean_attachment(std::string(100, 'x'), {.bytes_most = 20});
  REQUIRE_FALSE(kept);
  CHECK(kept.error().size() == 2);
}

TEST_CASE("a photo keeps its picture and its direction, and loses where and with what it was taken") {
  const std::string exif = exif_segment(6, "GPS 22.5N 113.4E TestPhone");
  const std::string photo = jpeg(640, 480, exif + segment(0xFE, "a comment") + segment(0xED, "Photoshop"));
  const auto kept = clean_attachment(photo, {});
  REQUIRE(kept);
  CHECK(kept->bytes.find("TestPhone") == std::string::npos);
  CHECK(kept->bytes.find("a comment") == std::string::npos);
  CHECK(kept->bytes.find("Photoshop") == std::string::npos);
  CHECK(kept->bytes.find("coded data") != std::string::npos);
  CHECK(kept->bytes.find(std::string("\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06", 10)) != std::string::npos);
  CHECK(clean_attachment(kept->bytes, {})->bytes == kept->bytes);
}

TEST_CASE("a photo that stands upright gets no direction") {
  const auto kept = clean_attachment(jpeg(640, 480, exif_segment(1, "x")), {});
  REQUIRE(kept);
  CHECK(kept->bytes.find("Exif") == std::string::npos);
}

TEST_CASE("what stands behind the end of a picture is not kept") {
  CHECK(clean_attachment(jpeg(640, 480) + "PK\x03\x04<script>", {})->bytes == clean_attachment(jpeg(640, 480), {})->bytes);
  CHECK(clean_attachment(png(640, 480) + "<?php evil();", {})->bytes == png(640, 480));
  CHECK(clean_attachment(pdf("") + "<html><script>", {})->bytes.find("script") == std::string::npos);
}

TEST_CASE("a drawing loses its texts and keeps its transparency") {
  const std::string text = chunk("tEXt", std::string("Author\0a name", 13)), clear = chunk("tRNS", "\x01\x02");
  const auto kept = clean_attachment(png(640, 480, text + clear + chunk("eXIf", "GPS")), {});
  REQUIRE(kept);
  CHECK(kept->bytes == png(640, 480, clear));
}

TEST_CASE("a file that ends early or lies about its lengths is damaged") {
  for (const std::string& whole : {jpeg(640, 480, exif_segment(6, "x")), png(640, 480, chunk("tEXt", "x"))}) {
    for (std::size_t size = 8; size < whole.size(); ++size) {
      INFO(size);
      CHECK(fault_of(whole.substr(0, size)) == "damaged_file");
    }
  }
  std::string wrong_sum = png(640, 480);
  wrong_sum[wrong_sum.size() - 5] ^= 1;
  CHECK(fault_of(wrong_sum) == "damaged_file");
  CHECK(fault_of("%PDF-1.4 without an end") == "damaged_file");
}

TEST_CASE("a PDF that starts something or hides something is refused, however the name is written") {
  for (const char* name : {"/OpenAction", "/JS", "/JavaScript", "/Java#53cript", "/#4a#53", "/Launch", "/EmbeddedFile", "/XFA", "/AA"}) {
    INFO(name);
    CHECK(fault_of(pdf(name)) == "active_content");
  }
  CHECK(fault_of(pdf("/Encrypt")) == "unreadable_pdf");
  CHECK(fault_of(pdf("/ObjStm")) == "unreadable_pdf");
}

TEST_CASE("a PDF loses who made it, at the same places") {
  const std::string whole = pdf("");
  const auto kept = clean_attachment(whole, {});
  REQUIRE(kept);
  CHECK(kept->bytes.find("An Author") == std::string::npos);
  CHECK(kept->bytes.find("xmp words") == std::string::npos);
  CHECK(kept->bytes.find("page words") == whole.find("page words"));
  CHECK(kept->bytes.find("trailer") == whole.find("trailer"));
}

TEST_CASE("no input of any form is more than a finding") {
  std::uint32_t seed = 7;
  const auto next = [&] { return seed = seed * 1664525u + 1013904223u; };
  const std::string wholes[] = {jpeg(64, 48, exif_segment(6, "x")), png(64, 48, chunk("tEXt", "x")), pdf("")};
  for (int round = 0; round < 6000; ++round) {
    std::string bytes = wholes[round % 3];
    for (int change = 0; change < 1 + round % 5; ++change) bytes[next() % bytes.size()] = static_cast<char>(next() >> 24);
    const auto kept = clean_attachment(bytes, {});
    if (!kept) CHECK_FALSE(kept.error().empty());
    else CHECK(kept->bytes.size() <= bytes.size() + 36);
  }
}

TEST_CASE("a name loses path, direction marks and a false ending, and never vanishes") {
  CHECK(safe_name("../../etc/passwd.jpg", Media::jpeg) == "passwd.jpg");
  CHECK(safe_name("C:\\Users\\x\\身份证.HEIC", Media::jpeg) == "身份证.jpg");
  CHECK(safe_name("pdf\xE2\x80\xAEgpj.exe", Media::pdf) == "pdfgpj.pdf");
  CHECK(safe_name("a\r\nSet-Cookie: x.png", Media::png) == "aSet-Cookie x.png");
  CHECK(safe_name("...", Media::pdf) == "document.pdf");
  CHECK(safe_name("\xFF\xFE", Media::png) == "document.png");
  CHECK(safe_name(std::string(500, 'a'), Media::png).size() == 84);
}

}  // namespace mingbai::filing
