#include "shell/server/static_files.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "shell/server/problem.h"

namespace mingbai::server {
namespace {

namespace fs = std::filesystem;

std::string type_of(std::string_view path) {
  static constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".wasm", "application/wasm"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".otf", "font/otf"},
      {".ttf", "font/ttf"},
      {".woff2", "font/woff2"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".txt", "text/plain; charset=utf-8"},
  };
  for (const auto& [ending, type] : types) {
    if (path.ends_with(ending)) return std::string(type);
  }
  return "application/octet-stream";
}

bool named_after_content(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::size_t begin = dot;
  while (begin > 0 && std::string_view("0123456789abcdef").find(path[begin - 1]) != std::string_view::npos)
    --begin;
  return dot - begin >= 8 && begin > 0 && (path[begin - 1] == '.' || path[begin - 1] == '-');
}

std::shared_ptr<const std::string> read_whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return nullptr;
  return std::make_shared<const std::string>(std::istreambuf_iterator<char>(in),
                                             std::istreambuf_iterator<char>());
}

bool rarely_asked_for(const fs::path& path) { return path.filename().string().starts_with("rare-"); }

constexpr std::size_t tag_digits = 20;

// BLAKE2b, for it is asked of every file at the start.
std::string content_tag(const std::string& content) {
  std::array<unsigned char, crypto_generichash_BYTES_MIN> sum{};
  std::array<char, sum.size() * 2 + 1> text{};
  crypto_generichash(sum.data(), sum.size(), reinterpret_cast<const unsigned char*>(content.data()),
                     content.size(), nullptr, 0);
  return std::string(sodium_bin2hex(text.data(), text.size(), sum.data(), sum.size()), tag_digits);
}

// "br" as one of the codings, and not with q=0.
bool accepts_brotli(std::string_view header) {
  while (!header.empty()) {
    const auto end = header.find(',');
    std::string coding(header.substr(0, end));
    std::erase(coding, ' ');
    if (coding == "br" ||
        (coding.starts_with("br;q=") && coding.find_first_of("123456789") != std::string::npos)) {
      return true;
    }
    header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
  }
  return false;
}

bool names_etag(std::string_view header, const std::string& etag) {
  return header == "*" || header.find(etag) != std::string_view::npos;
}

}  // namespace

StaticFiles StaticFiles::load(const std::string& folder) {
  StaticFiles files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
  for (; !error && at != end; at.increment(error)) {
    const bool hidden = at->path().filename().string().starts_with(".");
    if (hidden && at->is_directory()) at.disable_recursion_pending();
    if (hidden || !at->is_regular_file()) continue;
    const std::string path = "/" + fs::relative(at->path(), folder).generic_string();
    const bool rare = rarely_asked_for(at->path());
    Form form{.bytes = rare ? nullptr : read_whole(at->path()), .path = at->path()};
    if (!rare && !form.bytes) continue;
    if (path.ends_with(".br")) {
      files.files_[path.substr(0, path.size() - 3)].brotli = std::move(form);
      continue;
    }
    File& file = files.files_[path];
    file.plain = std::move(form);
    file.type = type_of(path);
    if (!rare) file.etag = content_tag(*file.plain.bytes);
    file.immutable = named_after_content(path);
  }
  std::erase_if(files.files_, [](const auto& entry) { return entry.second.plain.path.empty(); });
  return files;
}

std::shared_ptr<const std::string> StaticFiles::Form::read() const {
  return bytes ? bytes : read_whole(path);
}

const StaticFiles::File* StaticFiles::find(std::string_view path) const {
  const auto found = files_.find(path == "/" ? std::string_view("/index.html") : path);
  return found == files_.end() ? nullptr : &found->second;
}

Response StaticFiles::serve(const Request& request) const {
  const File& file = *find(request.path);
  const bool brotli = !file.brotli.path.empty() && accepts_brotli(request.header("accept-encoding"));
  const auto body = (brotli ? file.brotli : file.plain).read();
  if (!body) return problem(Problem::not_found);  // gone since the start
  const std::string tag = file.etag.empty() ? content_tag(*body) : file.etag;
  const std::string etag = "\"" + tag + (brotli ? "-br\"" : "\"");
  Response response{.content_type = file.type};
  response.headers = {{"ETag", etag},
                      {"Vary", "Accept-Encoding"},
                      {"Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (names_etag(request.header("if-none-match"), etag)) {
    response.status = 304;
    return response;
  }
  if (brotli) response.headers.push_back({"Content-Encoding", "br"});
  response.shared_body = body;
  return response;
}

}  // namespace mingbai::server
