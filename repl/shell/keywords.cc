// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/keywords.h"

#include <array>

namespace dossier::repl {
namespace {

using namespace std::string_view_literals;

constexpr std::array kWords{
    "ADD"sv,        "ALL"sv,
    "AS"sv,         "ASC"sv,
    "ASK"sv,        "BASE"sv,
    "BIND"sv,       "BY"sv,
    "CLEAR"sv,      "CONSTRUCT"sv,
    "COPY"sv,       "CREATE"sv,
    "DATA"sv,       "DEFAULT"sv,
    "DELETE"sv,     "DESC"sv,
    "DESCRIBE"sv,   "DISTINCT"sv,
    "DROP"sv,       "EXISTS"sv,
    "FILTER"sv,     "FROM"sv,
    "GRAPH"sv,      "GROUP"sv,
    "HAVING"sv,     "INSERT"sv,
    "INTO"sv,       "LIMIT"sv,
    "LOAD"sv,       "MINUS"sv,
    "MOVE"sv,       "NAMED"sv,
    "NOT"sv,        "OFFSET"sv,
    "OPTIONAL"sv,   "ORDER"sv,
    "PREFIX"sv,     "REDUCED"sv,
    "SELECT"sv,     "SEPARATOR"sv,
    "SERVICE"sv,    "SILENT"sv,
    "UNDEF"sv,      "UNION"sv,
    "USING"sv,      "VALUES"sv,
    "WHERE"sv,      "WITH"sv,
    "true"sv,       "false"sv,
    "ABS("sv,       "AVG("sv,
    "BNODE("sv,     "BOUND("sv,
    "CEIL("sv,      "COALESCE("sv,
    "CONCAT("sv,    "CONTAINS("sv,
    "COUNT("sv,     "DATATYPE("sv,
    "DAY("sv,       "ENCODE_FOR_URI("sv,
    "FLOOR("sv,     "GROUP_CONCAT("sv,
    "HOURS("sv,     "IF("sv,
    "IRI("sv,       "isBLANK("sv,
    "isIRI("sv,     "isLITERAL("sv,
    "isNUMERIC("sv, "isTRIPLE("sv,
    "LANG("sv,      "LANGMATCHES("sv,
    "LCASE("sv,     "MAX("sv,
    "MD5("sv,       "MIN("sv,
    "MINUTES("sv,   "MONTH("sv,
    "NOW("sv,       "OBJECT("sv,
    "PREDICATE("sv, "RAND("sv,
    "REGEX("sv,     "REPLACE("sv,
    "ROUND("sv,     "sameTerm("sv,
    "SAMPLE("sv,    "SECONDS("sv,
    "SHA1("sv,      "SHA256("sv,
    "SHA384("sv,    "SHA512("sv,
    "STR("sv,       "STRAFTER("sv,
    "STRBEFORE("sv, "STRDT("sv,
    "STRENDS("sv,   "STRLANG("sv,
    "STRLEN("sv,    "STRSTARTS("sv,
    "STRUUID("sv,   "SUBJECT("sv,
    "SUBSTR("sv,    "SUM("sv,
    "TIMEZONE("sv,  "TRIPLE("sv,
    "TZ("sv,        "UCASE("sv,
    "URI("sv,       "UUID("sv,
    "YEAR("sv,
};

}  // namespace

std::span<const std::string_view> sparql_words() { return kWords; }

}  // namespace dossier::repl
