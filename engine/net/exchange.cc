// SPDX-License-Identifier: Apache-2.0
#include "engine/net/exchange.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>

#include "dossier/error.h"
#include "engine/net/address.h"

namespace dossier::net {
namespace {

constexpr int kPollMilliseconds = 50;
constexpr long kConnectSeconds = 30;

struct FreeEasy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeMulti {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void start_curl() {
  static std::once_flag started;
  std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

std::string form_of(CURL* handle, const Request& request) {
  std::string form;
  for (const auto& [name, value] : request.parameters) {
    const std::unique_ptr<char, void (*)(void*)> encoded(
        curl_easy_escape(handle, value.data(), static_cast<int>(value.size())), curl_free);
    if (!form.empty()) form += '&';
    form.append(name).append("=").append(encoded.get());
  }
  return form;
}

/// The address to send to: the normalised one, which is the one that was compared with what is
/// allowed.
Address address_of(const Request& request, const std::string& form) {
  Address address = parse_address(request.url);
  if (!request.post && !form.empty()) {
    if (!address.query.empty()) address.query += '&';
    address.query += form;
  }
  return address;
}

class Exchange {
 public:
  Exchange(const Request& request, const OutsideAccess& access, const Watch& watch,
           Patience& patience)
      : access_(access),
        watch_(watch),
        patience_(patience),
        easy_(curl_easy_init()),
        multi_(curl_multi_init()) {
    if (!easy_ || !multi_) throw std::bad_alloc();
    patience_.begin_exchange();
    form_ = form_of(easy_.get(), request);
    response_.url = request.url;
    const Address address = address_of(request, form_);
    set(CURLOPT_URL, address.text().c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    const Proxies& proxies = access.proxies;
    set(CURLOPT_PROXY, (address.scheme == "https" ? proxies.https : proxies.http).c_str());
    set(CURLOPT_NOPROXY, proxies.except.c_str());  // else libcurl looks at the environment
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_QUICK_EXIT, 1L);  // giving up does not wait for the end of a look-up of a name
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_USERAGENT, "dossier");
    headers_.reset(curl_slist_append(nullptr, ("Accept: " + request.accept).c_str()));
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_WRITEFUNCTION, &Exchange::take);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_ERRORBUFFER, words_);
    if (request.post) {
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(form_.size()));
      set(CURLOPT_POSTFIELDS, form_.c_str());
    }
  }

  Response run() {
    curl_multi_add_handle(multi_.get(), easy_.get());
    struct Remove {
      CURLM* multi;
      CURL* easy;
      ~Remove() { curl_multi_remove_handle(multi, easy); }
    } const remove{multi_.get(), easy_.get()};
    const CURLcode code = wait();
    if (thrown_) std::rethrow_exception(thrown_);
    if (too_long_) {
      throw Error(ErrorCode::limit, fmt::format("the answer of <{}> is longer than {} bytes",
                                                response_.url, access_.response_bytes));
    }
    if (code != CURLE_OK) {
      throw Error(ErrorCode::input,
                  fmt::format("no answer from <{}>: {}", response_.url, why(code)));
    }
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &response_.status);
    const char* type = nullptr;
    curl_easy_getinfo(easy_.get(), CURLINFO_CONTENT_TYPE, &type);
    if (type != nullptr) response_.media_type = type;
    return std::move(response_);
  }

  std::string redirection() const {
    const char* url = nullptr;
    curl_easy_getinfo(easy_.get(), CURLINFO_REDIRECT_URL, &url);
    return url == nullptr ? "" : url;
  }

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    const CURLcode code = curl_easy_setopt(easy_.get(), option, value);
    if (code != CURLE_OK) {
      throw Error(ErrorCode::input, fmt::format("libcurl: {}", curl_easy_strerror(code)));
    }
  }

  CURLcode wait() {
    for (int running = 1; running > 0;) {
      watch_.check();
      curl_multi_perform(multi_.get(), &running);
      if (running == 0) break;
      patience_.check(response_.url, moved());
      curl_multi_poll(multi_.get(), nullptr, 0, kPollMilliseconds, nullptr);
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg == CURLMSG_DONE) return message->data.result;
    }
    return CURLE_RECV_ERROR;
  }

  std::string why(CURLcode code) const {
    // What libcurl says of a line that is longer than it takes.
    if (code == CURLE_OUT_OF_MEMORY) return "its head is too long, or there is no memory for it";
    return words_[0] == '\0' ? curl_easy_strerror(code) : words_;
  }

  /// Bytes sent and received so far.
  std::int64_t moved() const {
    curl_off_t sent = 0;
    curl_off_t received = 0;
    long header = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_UPLOAD_T, &sent);
    curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_DOWNLOAD_T, &received);
    curl_easy_getinfo(easy_.get(), CURLINFO_HEADER_SIZE, &header);
    return sent + received + header;
  }

  static std::size_t take(char* bytes, std::size_t size, std::size_t count, void* self) {
    auto& exchange = *static_cast<Exchange*>(self);
    const std::size_t length = size * count;
    std::string& body = exchange.response_.body;
    if (length > exchange.access_.response_bytes - body.size()) {
      exchange.too_long_ = true;
      return 0;
    }
    try {
      exchange.make_room(length);
      body.append(bytes, length);
    } catch (...) {  // must not pass through libcurl's code: run() throws it again
      exchange.thrown_ = std::current_exception();
      return 0;
    }
    return length;
  }

  /// Counts what the body needs while it is copied to a larger place: the old one and the new one.
  void make_room(std::size_t length) {
    std::string& body = response_.body;
    if (length <= body.capacity() - body.size()) return;
    const std::size_t grown =
        std::min(std::max(2 * body.capacity(), body.size() + length), access_.response_bytes);
    watch_.received(body.capacity() + grown - counted_);
    counted_ = body.capacity() + grown;
    body.reserve(grown);
  }

  const OutsideAccess& access_;
  const Watch& watch_;
  Patience& patience_;
  std::unique_ptr<CURL, FreeEasy> easy_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
  std::unique_ptr<curl_slist, FreeList> headers_;
  std::string form_;
  Response response_;
  std::size_t counted_ = 0;
  bool too_long_ = false;
  std::exception_ptr thrown_;
  char words_[CURL_ERROR_SIZE] = {};
};

}  // namespace

Answer exchange(const Request& request, const OutsideAccess& access, const Watch& watch,
                Patience& patience) {
  start_curl();
  Exchange one(request, access, watch, patience);
  Answer answer;
  answer.response = one.run();
  answer.redirection = one.redirection();
  return answer;
}

}  // namespace dossier::net
