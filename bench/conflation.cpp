#include "bench/conflation.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

namespace izde::bench {
namespace {

struct Group {
    double forms = 0;
    double count = 0;
};

using Groups = std::map<std::string, Group>;

std::string joined(const std::string& left, const std::string& right) {
    return left + '\n' + right;
}

double pairs(const Groups& groups) {
    double sum = 0;
    for (const auto& [key, group] : groups) sum += group.forms * (group.forms - 1) / 2;
    return sum;
}

double f1(double right, double wrong, double missing) {
    return right == 0 ? 0 : 2 * right / (2 * right + wrong + missing);
}

/// Forms grouped by stem, by what they should share, and by both.
struct Grouping {
    Groups stems, lemmas, both, stem_and_family;

    void add(const std::string& stem, const std::string& lemma, const std::string& family, double count) {
        const auto put = [count](Groups& groups, const std::string& key) {
            Group& group = groups[key];
            group.forms += 1;
            group.count += count;
        };
        put(stems, stem);
        put(lemmas, lemma);
        put(both, joined(stem, lemma));
        put(stem_and_family, joined(stem, family));
    }

    double pair_f1() const {
        const double right = pairs(both);
        return f1(right, pairs(stems) - pairs(stem_and_family), pairs(lemmas) - right);
    }
};

}  // namespace

std::vector<AnnotatedForm> read_annotated_forms(const std::filesystem::path& path) {
    std::ifstream table(path);
    if (!table) throw std::runtime_error("cannot read " + path.string());
    std::vector<AnnotatedForm> forms;
    std::string line;
    for (std::getline(table, line); std::getline(table, line);) {
        std::vector<std::string> fields(1);
        for (const char character : line) {
            if (character == '\t') {
                fields.emplace_back();
            } else {
                fields.back() += character;
            }
        }
        if (fields.size() < 7) throw std::runtime_error(path.string() + ": expected seven columns: " + line);
        forms.push_back({fields[0], fields[1], fields[2], std::stod(fields[3]), fields[5], fields[6]});
    }
    return forms;
}

Conflation measure(const std::vector<AnnotatedForm>& forms, const std::vector<std::string_view>& parts,
                   const Stem& stem) {
    struct Stemmed {
        const AnnotatedForm* form;
        std::string stem;
    };
    std::vector<Stemmed> stemmed;
    for (const AnnotatedForm& form : forms) {
        if (parts.empty() || std::ranges::find(parts, form.part_of_speech) != parts.end())
            stemmed.push_back({&form, stem(form.form)});
    }
    Grouping search;
    Grouping strict;
    std::map<std::string, std::set<std::string>> stems_of_lemma;
    std::map<std::string, std::set<std::string>> families_of_stem;
    for (const Stemmed& one : stemmed) {
        search.add(one.stem, one.form->search_lemma, one.form->family, one.form->count);
        strict.add(one.stem, one.form->lemma, one.form->lemma, one.form->count);
        stems_of_lemma[one.form->search_lemma].insert(one.stem);
        families_of_stem[one.stem].insert(one.form->family);
    }

    Conflation result;
    result.f1 = search.pair_f1();
    result.strict_f1 = strict.pair_f1();
    double precision = 0;
    double recall = 0;
    double total = 0;
    for (const Stemmed& one : stemmed) {
        const double same = search.both[joined(one.stem, one.form->search_lemma)].count;
        const double ignored = search.stem_and_family[joined(one.stem, one.form->family)].count - same;
        precision += one.form->count * same / (search.stems[one.stem].count - ignored);
        recall += one.form->count * same / search.lemmas[one.form->search_lemma].count;
        total += one.form->count;
    }
    if (total > 0) result.b_cubed = 2 * precision * recall / ((precision + recall) * total);
    double several = 0;
    double pure = 0;
    for (const auto& [lemma, stems] : stems_of_lemma) {
        if (search.lemmas[lemma].forms < 2) continue;
        several += 1;
        pure += stems.size() == 1 && families_of_stem[*stems.begin()].size() == 1 ? 1 : 0;
    }
    if (several > 0) result.pure = pure / several;
    return result;
}

}  // namespace izde::bench
