// SPDX-License-Identifier: Apache-2.0
#include "desk/server/http/connection.h"

#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <string>
#include <utility>

#include "desk/server/http/incoming.h"
#include "model/ascii.h"

namespace dossier::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Code = beast::error_code;

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Shared& shared, asio::ip::tcp::socket socket)
      : shared_(shared), stream_(std::move(socket)) {
    ++shared_.connections;
  }
  ~Connection() { --shared_.connections; }

  void start() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read_head(); });
  }

 private:
  using Parser = http::request_parser<http::string_body>;

  void read_head() {
    parser_.emplace();
    parser_->header_limit(shared_.limits.head_bytes);
    parser_->body_limit(shared_.limits.body_bytes);
    stream_.expires_after(shared_.limits.head_time);
    http::async_read_header(stream_, buffer_, *parser_,
                            [self = shared_from_this()](Code error, std::size_t) {
                              if (error) return self->refuse_broken(error);
                              self->take_head();
                            });
  }

  void take_head() {
    keep_alive_ = parser_->get().keep_alive();
    std::optional<Request> request = request_of(parser_->get());
    if (!request) {
      return refuse(Response::plain(400, "the target of the request is no path in UTF-8"));
    }
    request_ = std::move(*request);
    if (auto refusal = shared_.handler.refuse(request_)) return refuse(std::move(*refusal));
    if (ascii_lower(std::string(request_.header("expect"))) == "100-continue") {
      return send_continue();
    }
    read_body();
  }

  /// A client with a long body waits for this.
  void send_continue() {
    auto message = std::make_shared<http::response<http::empty_body>>(http::status::continue_, 11);
    http::async_write(stream_, *message,
                      [self = shared_from_this(), message](Code error, std::size_t) {
                        if (!error) self->read_body();
                      });
  }

  std::chrono::milliseconds transfer_time(std::uint64_t bytes) const {
    return shared_.limits.transfer_time + std::chrono::seconds(bytes >> 15);
  }

  void read_body() {
    const auto length = parser_->content_length();
    // A body of unknown length may take as long as the longest.
    stream_.expires_after(transfer_time(length ? *length : shared_.limits.body_bytes));
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](Code error, std::size_t) {
                       if (error) return self->refuse_broken(error);
                       self->request_.body = std::move(self->parser_->get().body());
                       self->have_answered();
                     });
  }

  void have_answered() {
    if (shared_.stopping) return drop();
    stream_.expires_never();
    request_.cancellation = CancellationToken();
    answering_ = true;
    watch_client();
    Workers& workers = shared_.handler.is_long(request_) ? shared_.long_work : shared_.short_work;
    const bool taken = workers.try_post([self = shared_from_this()] {
      self->shared_.running.add(&self->request_.cancellation);
      auto response = std::make_shared<Response>(self->shared_.handler.answer(self->request_));
      self->shared_.running.remove(&self->request_.cancellation);
      asio::post(self->stream_.get_executor(), [self, response] { self->send(*response); });
    });
    if (taken) return;
    Response busy = Response::plain(503, "the server is busy: too many requests wait already");
    busy.headers.emplace_back("Retry-After", "2");
    send(std::move(busy));
  }

  /// A client that goes away while its query runs needs no answer.
  void watch_client() {
    stream_.socket().async_wait(
        asio::socket_base::wait_read, [self = shared_from_this()](Code error) {
          if (error || !self->answering_) return;
          char byte = 0;
          const ssize_t count =
              recv(self->stream_.socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
          if (count == 0) self->request_.cancellation.cancel();
        });
  }

  /// Ends what cannot be read further: says why where a client may still listen.
  void refuse_broken(Code error) {
    if (error == http::error::end_of_stream) return close();
    if (auto refusal = refusal_of(error, shared_.limits)) return refuse(std::move(*refusal));
    drop();
  }

  void refuse(Response response) {
    keep_alive_ = false;
    send(std::move(response));
  }

  template <typename Body>
  void set_head(http::response<Body>& message, const Response& response) const {
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    message.set(http::field::content_type, response.media_type);
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    message.keep_alive(keep_alive_);
  }

  void send(Response response) {
    answering_ = false;
    const bool is_long = response.document && !response.document->is_in_memory();
    if (response.document && !is_long) response.text = response.document->memory();
    const std::uint64_t size = is_long ? response.document->size() : response.text.size();
    stream_.expires_after(transfer_time(size));
    if (is_long && !request_.is_head()) return send_file(response);
    auto message = std::make_shared<http::response<http::string_body>>();
    set_head(*message, response);
    if (!request_.is_head()) message->body() = std::move(response.text);
    if (response.status != 204 && response.status != 304) message->content_length(size);
    write(std::move(message));
  }

  void send_file(Response& response) {
    auto message = std::make_shared<http::response<http::file_body>>();
    set_head(*message, response);
    beast::file_posix file;
    file.native_handle(response.document->take_file());
    Code error;
    message->body().reset(std::move(file), error);
    if (error) return drop();
    message->prepare_payload();
    write(std::move(message));
  }

  template <typename Body>
  void write(std::shared_ptr<http::response<Body>> message) {
    auto serializer = std::make_shared<http::response_serializer<Body>>(*message);
    http::async_write(stream_, *serializer,
                      [self = shared_from_this(), message, serializer](Code error, std::size_t) {
                        if (error) return self->drop();
                        if (self->keep_alive_) return self->read_head();
                        self->close();
                      });
  }

  /// Says that nothing more comes, and lets the client read what was sent: closing at once could
  /// take a refusal back.
  void close() {
    Code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(std::chrono::seconds(2));
    swallow();
  }

  void swallow() {
    rest_.resize(std::size_t{16} << 10);
    stream_.async_read_some(asio::buffer(rest_),
                            [self = shared_from_this()](Code error, std::size_t count) {
                              if (error || (self->swallowed_ += count) > kSwallow) {
                                return self->drop();
                              }
                              self->swallow();
                            });
  }

  void drop() {
    Code ignored;
    stream_.socket().close(ignored);
  }

  static constexpr std::size_t kSwallow = std::size_t{1} << 20;

  Shared& shared_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  bool keep_alive_ = false;
  bool answering_ = false;
  std::string rest_;
  std::size_t swallowed_ = 0;
};

}  // namespace

void serve_connection(Shared& shared, asio::ip::tcp::socket socket) {
  std::make_shared<Connection>(shared, std::move(socket))->start();
}

}  // namespace dossier::server
