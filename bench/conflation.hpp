#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace izde::bench {

/// A form annotated by people.
struct AnnotatedForm {
    std::string form, lemma, part_of_speech;
    double count = 0;          ///< in the text that was annotated
    std::string search_lemma;  ///< the verb for a verbal noun
    std::string family;        ///< words derived from one another
};

/// Reads a table of form, lemma, part of speech, count, source, search lemma, family; the first line names
/// them. Throws std::runtime_error where it cannot be read.
std::vector<AnnotatedForm> read_annotated_forms(const std::filesystem::path& path);

/// How well stems put together what belongs together. Pairs of forms that share a family but no lemma are
/// neither rewarded nor punished, but by the strict measure.
struct Conflation {
    double f1 = 0;         ///< of pairs of forms: those that should share a stem and those that do
    double strict_f1 = 0;  ///< by the lemma as annotated, every pair of other lemmas an error
    double b_cubed = 0;    ///< F of B³, weighted by counts (Bagga and Baldwin 1998)
    double pure = 0;       ///< lemmas of several forms with one stem, which no other family has
};

using Stem = std::function<std::string(std::string_view form)>;

/// Measures a stemmer on forms whose part of speech is among `parts`; on all of them where `parts` is empty.
Conflation measure(const std::vector<AnnotatedForm>& forms, const std::vector<std::string_view>& parts,
                   const Stem& stem);

}  // namespace izde::bench
