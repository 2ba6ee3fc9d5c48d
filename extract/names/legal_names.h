// SPDX-License-Identifier: Apache-2.0
// Names of companies with what stands behind them: ", Inc.", "(NYSE: TVK)".
#pragma once

#include "extract/names/name_readings.h"

namespace dossier::extract {

/// "Tavik, Inc." is one name, of an organisation; a legal form alone names nothing.
void join_legal_forms(SentenceNames& names);

/// "(NASDAQ: TVK)" behind a name says where its shares are traded: no names.
void drop_tickers(SentenceNames& names);

}  // namespace dossier::extract
