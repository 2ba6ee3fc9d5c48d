// SPDX-License-Identifier: Apache-2.0
// E-mail and saved pages: what is read of them, what is left out.
#include "extract/reader/mail.h"

#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "extract/reader/format.h"
#include "extract/reader/mail_body.h"
#include "extract/reader/mime.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

const std::string kHeader =
    "From: Ada Brandt <ada@harbour.example>\r\nTo: Ben Okoro <ben@harbour.example>\r\n"
    "Date: Mon, 3 May 2021 10:15:00 +0200\r\nMessage-ID: <m2@harbour.example>\r\n"
    "In-Reply-To: <m1@harbour.example>\r\n";

std::string mail(const std::string& body, const std::string& more = {}) {
  return kHeader + more + "\r\n" + body;
}

std::string text_of(const std::string& bytes) {
  return to_utf8(read_document(bytes, "a.eml").text);
}

std::string refusal(const std::string& bytes, const std::string& name = "a.eml") {
  try {
    read_document(bytes, name);
  } catch (const Error& error) {
    return error.what();
  }
  return "read";
}

}  // namespace

TEST_CASE("a mail's header gives its metadata") {
  const Document document = read_document(
      mail("The ferry is late.\r\n", "Subject: Re: =?utf-8?Q?Ferry_to_=C3=85lesund?=\r\n"),
      "a.eml");
  CHECK(to_utf8(document.text) == "Ferry to \u00C5lesund\n\nThe ferry is late.");
  CHECK(document.headline == "Ferry to \u00C5lesund");
  CHECK(document.author == "Ada Brandt");
  CHECK(document.date == "2021-05-03");
  CHECK(document.date_time == "2021-05-03T10:15:00");
  CHECK(document.message.own == "m2@harbour.example");
  CHECK(document.message.reply_to == "m1@harbour.example");
  CHECK_FALSE(document.place);
}

TEST_CASE("the sender's name is an author only when it is a name") {
  const std::pair<const char*, const char*> cases[] = {
      {"Ada Brandt <a@b.example>", "Ada Brandt"},
      {"\"Brandt, Ada\" <a@b.example>", "Ada Brandt"},
      {"Ada Brandt (Ports) <a@b.example>", "Ada Brandt"},
      {"a@b.example", "-"},
      {"noreply <a@b.example>", "-"},
      {"\"a@b.example\" <a@b.example>", "-"}};
  for (const auto& [from, author] : cases) {
    INFO(from);
    const std::string bytes =
        std::string("From: ") + from + "\nTo: c@d.example\nSubject: Ferry\n\nThe ferry is late.\n";
    CHECK(read_document(bytes, "a.eml").author.value_or("-") == author);
  }
}

TEST_CASE("what the sender wrote is told from what is quoted and added") {
  struct Case {
    const char* what;
    std::string text, body;
  };
  const Case cases[] = {
      {"a reply above the quote",
       "I agree.\n\nOn 3 May 2021, Ada Brandt wrote:\n> Shall we?\n> Ada\n", "I agree.\n\n"},
      {"the announcement on two lines",
       "I agree.\n\nOn Monday, 3 May 2021 at 10:15,\nAda Brandt <ada@harbour.example> wrote:\n\n> "
       "Well?\n",
       "I agree.\n\n\n"},
      {"answers between quoted lines", "> Shall we go?\nYes.\n> When?\nOn Monday.\n",
       "Yes.\nOn Monday.\n"},
      {"a signature", "The ferry is late.\n-- \nAda Brandt\nHarbour Council\n",
       "The ferry is late.\n"},
      {"a phone's line", "The ferry is late.\n\nSent from my phone\n", "The ferry is late.\n\n"},
      {"Outlook's copy",
       "I agree.\n\n________________________________\nFrom: Ada Brandt\nSent: Monday, 3 May 2021\n"
       "To: Ben Okoro\nSubject: Ferry\n\nShall we?\n",
       "I agree.\n"},
      {"the original message", "I agree.\n\n-----Original Message-----\nFrom: Ada\nShall we?\n",
       "I agree.\n"},
      {"a mail that only passes another one on",
       "---------- Forwarded message ---------\nFrom: Ada Brandt\nDate: Monday\nSubject: Ferry\n\n"
       "The ferry is late.\n",
       "\nThe ferry is late.\n"},
      {"a sentence with a colon before text", "We need:\nropes and paint.\n",
       "We need:\nropes and paint.\n"}};
  for (const Case& test : cases) {
    INFO(test.what);
    CHECK(to_utf8(mail_body(to_code_points(test.text), false)) == test.body);
  }
  CHECK(to_utf8(mail_body(U"The ferry \nis late.\nBen\n", true)) == "The ferry is late.\nBen\n");
}

TEST_CASE("a mail that only forwards others is by who wrote the innermost") {
  const std::u32string copies =
      U"From: Orla Finch\nSent: 17 February 2010 18:30\nTo: Ann\nSubject: FW: Leak\n\n"
      U"From: Theo Lang <theo@rope.example>\nSent: 16 February 2010 16:12\nTo: Orla\n"
      U"Subject: Leak\n\nThe pipe leaks.\n";
  const auto head = copied_head(copies);
  REQUIRE(head);
  CHECK(head->from == U"Theo Lang <theo@rope.example>");
  CHECK(head->date == U"16 February 2010 16:12");
  CHECK_FALSE(copied_head(U"Please see below.\n\n" + copies));
  CHECK_FALSE(copied_head(U"The pipe leaks.\n"));
}

TEST_CASE("the parts of a mail") {
  struct Case {
    const char* what;
    std::string type, body, text;
  };
  const Case cases[] = {
      {"plain text before HTML", "multipart/alternative; boundary=b",
       "--b\nContent-Type: text/html\n\n<p>As <b>HTML</b>.</p>\n--b\nContent-Type: text/plain\n\n"
       "As text.\n--b--\n",
       "As text."},
      {"HTML alone", "text/html; charset=utf-8", "<p>Ada <b>came</b>.</p><p>Ben left.</p>",
       "Ada came.\n\nBen left."},
      {"quoted-printable in an old encoding",
       "text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
       "The caf=E9 in =C5lesund is a very =\nlong way off.",
       "The caf\u00E9 in \u00C5lesund is a very long way off."},
      {"base64", "text/plain\nContent-Transfer-Encoding: base64", "QWRhIGNhbWUu\n", "Ada came."},
      {"signed text", "multipart/signed; boundary=b",
       "--b\nContent-Type: text/plain\n\nAs text.\n--b\nContent-Type: application/pgp-signature; "
       "name=s.asc\n\nxyz\n--b--\n",
       "As text."}};
  for (const Case& test : cases) {
    INFO(test.what);
    CHECK(text_of(mail(test.body, "Content-Type: " + test.type + "\n")) == test.text);
  }
  const MimeMessage message = read_mime(
      mail(
          "--b\nContent-Type: text/plain\n\nSee there.\n--b\nContent-Type: text/plain; "
          "name=\"notes.txt\"\nContent-Disposition: attachment; filename=\"notes.txt\"\n\nBen left."
          "\n--b\nContent-Type: message/rfc822\n\n" +
              kHeader + "\nInside.\n--b--\n",
          "Content-Type: multipart/mixed; boundary=b\n"),
      "a.eml");
  CHECK(message.plain == "See there.");
  REQUIRE(message.attachments.size() == 2);
  CHECK(message.attachments[0].name == "notes.txt");
  CHECK(message.attachments[0].bytes == "Ben left.");
  CHECK(message.attachments[1].bytes.find("Inside.") != std::string::npos);
}

TEST_CASE("mails and mailboxes are known by their header, whatever their name") {
  const std::string envelope = "From ada@harbour.example Mon May  3 10:15:00 2021\n";
  CHECK(format_of("a.txt", mail("Text.")).name == "e-mail");
  CHECK(format_of("a.txt", envelope + mail("Text.")).name == "e-mail");
  CHECK(read_document(envelope + mail("Text.\n"), "a.txt").author == "Ada Brandt");
  CHECK_FALSE(opens_as_mail("From: here to there\n\nThe way is long.\n"));
  CHECK_FALSE(opens_as_mail("To: all\nDate: Monday\nWe meet."));
  const std::string box = envelope + mail("One.\n\n") + envelope + mail("Two.\nFrom here on.\n");
  CHECK(opens_as_mailbox(box));
  CHECK_FALSE(opens_as_mailbox(envelope + mail("One.\n")));
  const std::vector<std::string_view> messages = mailbox_messages(box);
  REQUIRE(messages.size() == 2);
  CHECK(text_of(std::string(messages[1])) == "Two.\nFrom here on.");
}

TEST_CASE("a page saved as one file") {
  const std::string page =
      "From: <Saved by Blink>\nSnapshot-Content-Location: https://harbour.example/ferry\n"
      "Subject: Ferry\nDate: Mon, 3 May 2021 10:15:00 -0000\nMIME-Version: 1.0\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\n"
      "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
      "Content-Location: https://harbour.example/ferry\n\n"
      "<html><head><title>Ferry</title></head><body><h1>New ferry reaches Bergen</h1>"
      "<p class=3D\"text\">Ada Brandt met Ben.</p></body></html>\n--b\nContent-Type: image/png\n"
      "Content-Location: https://harbour.example/a.png\n\nxyz\n--b--\n";
  for (const char* name : {"a.mhtml", "a.mht", "stdin"}) {
    INFO(name);
    const Document document = read_document(page, name);
    CHECK(document.headline == "New ferry reaches Bergen");
    CHECK(to_utf8(document.text) == "New ferry reaches Bergen\n\nAda Brandt met Ben.");
  }
  CHECK(refusal(mail("No page.\n"), "a.mhtml") == "read");
}

TEST_CASE("damaged, encrypted, empty and lying mails get one clear line or what is there") {
  CHECK(refusal("") == "a.eml: the file is empty");
  CHECK(refusal("\n\n") == "a.eml: the file holds no text");
  CHECK(refusal(kHeader + "\n") == "a.eml: the file holds no text");
  CHECK(refusal(mail("--b\nContent-Type: application/octet-stream\n\nxyz\n--b--\n",
                     "Content-Type: multipart/encrypted; boundary=b\n")) ==
        "a.eml: the message is encrypted; save it decrypted");
  CHECK(refusal(kHeader + "\n-----BEGIN PGP MESSAGE-----\n\njA0ECQMI\n") ==
        "a.eml: the message is encrypted; save it decrypted");
  CHECK(refusal(std::string("\x89PNG\r\n\0\0binary", 14)) ==
        "a.eml: the message is damaged: it has no header");
  // Cut off inside a part: what came before it is read.
  CHECK(text_of(mail("--b\nContent-Type: text/plain\n\nAs text.\n--b\nContent-Ty",
                     "Content-Type: multipart/mixed; boundary=b\n")) == "As text.");
}

TEST_CASE("a million lines like a mail's header are read in their length") {
  std::string fields;
  for (int i = 0; i < 1'000'000; ++i) fields += "To: b\n";
  CHECK(mail_body(to_code_points(fields), false).size() == fields.size());
}

TEST_CASE("a mail of parts inside parts, ten thousand deep, ends") {
  std::string deep = kHeader;
  for (int i = 0; i < 10'000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
  }
  CHECK(refusal(deep + "\nInside.\n") == "a.eml: the file holds no text");
}

}  // namespace dossier::extract
