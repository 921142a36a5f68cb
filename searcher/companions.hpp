#pragma once

#include <xapian.h>

#include <map>

#include "analyzers/language.hpp"
#include "searcher/expansion.hpp"

namespace izde::searcher {

/// Works of the language `into` that say what the work `docid`, of the language `from`, says: the other
/// version of an act, a paper beside its translation. Its most telling words are looked for as they are
/// (loans, numbers) and in translation. Gives the likest works with their likeness, the best one's 1. Bounded
/// by the words looked for, whatever the length of the work.
std::map<Xapian::docid, double> companions_of(const Xapian::Database& database, Xapian::docid docid,
                                              analyzers::Language from, analyzers::Language into,
                                              const Expanders& expanders);

}  // namespace izde::searcher
