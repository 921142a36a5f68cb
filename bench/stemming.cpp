/// How well and how fast words are stemmed, beside no stemming, truncation to five letters and Snowball: on
/// forms annotated by people, and on running text of the language.
///
///     stemming GOLD_KK TEXT_KK GOLD_RU TEXT_RU
///
/// GOLD is a table of annotated forms (conflation.hpp), TEXT a file or a folder of plain UTF-8 text or HTML.
/// Snowball has no Kazakh: its speed is that of Russian.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "analyzers/snowball.hpp"
#include "analyzers/stemmer.hpp"
#include "analyzers/utf8.hpp"
#include "bench/conflation.hpp"

namespace {

using namespace izde;
using analyzers::Language;
using bench::Conflation;
using Clock = std::chrono::steady_clock;

/// Every rate is the best of so many runs: what else the machine did only slows it.
constexpr int kRuns = 5;
constexpr std::size_t kMostText = 20'000'000;

void print_row(const char* name, const std::vector<bench::AnnotatedForm>& forms, const bench::Stem& stem) {
    const Conflation all = bench::measure(forms, {}, stem);
    const Conflation nouns = bench::measure(forms, {"NOUN", "ADJ", "PROPN"}, stem);
    const Conflation verbs = bench::measure(forms, {"VERB"}, stem);
    std::printf("  %-24s %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f\n", name, all.f1, nouns.f1, verbs.f1,
                all.b_cubed, all.pure, all.strict_f1);
}

std::string first_letters(std::string_view word, std::size_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < word.size(); --count) at += analyzers::decode(word, at).length;
    return std::string(word.substr(0, at));
}

/// The stem that the index would have: the whole chain, the parts of a compound joined.
std::string chain_stem(analyzers::TokenStream& tokens, Language language, std::string_view form) {
    std::string stem;
    for (tokens.reset(form, language); tokens.next();) {
        if (!stem.empty()) stem += '-';
        stem += tokens.token().stem;
    }
    return stem;
}

void print_quality(const char* title, const std::filesystem::path& gold, Language language,
                   const analyzers::Analyzer& analyzer) {
    const std::vector<bench::AnnotatedForm> forms = bench::read_annotated_forms(gold);
    std::printf("%s: %zu forms\n  %-24s %6s %6s %6s %6s %6s %6s\n", title, forms.size(), "", "F1", "nouns",
                "verbs", "B3", "pure", "strict");
    analyzers::TokenStream tokens = analyzer.analyze("", language);
    print_row("izde", forms, [&](std::string_view form) { return chain_stem(tokens, language, form); });
    print_row("no stemming", forms, [](std::string_view form) { return std::string(form); });
    print_row("first five letters", forms, [](std::string_view form) { return first_letters(form, 5); });
    if (language != Language::russian) return;
    analyzers::Snowball snowball("russian");
    print_row("Snowball", forms, [&](std::string_view form) { return std::string(snowball.stem(form)); });
}

std::string read_text(const std::filesystem::path& path) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(path)) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
    } else {
        files.push_back(path);
    }
    std::ranges::sort(files);
    std::string text;
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        if (!stream) throw std::runtime_error("cannot read " + file.string());
        text.append(std::istreambuf_iterator<char>(stream), {});
        if (text.size() > kMostText) text.resize(kMostText);
    }
    return text;
}

/// Seconds of the fastest run.
template <typename Run>
double fastest(Run&& run) {
    double best = 0;
    for (int number = 0; number < kRuns; ++number) {
        const auto start = Clock::now();
        run();
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        best = number == 0 ? seconds : std::min(best, seconds);
    }
    return best;
}

/// Millions of words a second; `stem` takes a normalised word.
template <typename Stem>
double print_rate(const char* name, const std::vector<std::string>& words, Stem&& stem, double reference) {
    std::size_t bytes = 0;
    const double seconds = fastest([&] {
        for (const std::string& word : words) bytes += stem(word);
    });
    const double rate = static_cast<double>(words.size()) / seconds / 1e6;
    std::printf("  %-24s %6.2f million words/s, %.2f of Snowball Russian (%zu bytes of stems)\n", name, rate,
                reference > 0 ? rate / reference : 1, bytes / kRuns);
    return rate;
}

struct RunningText {
    std::string text;
    std::vector<std::string> words;  ///< Cyrillic, normalised
};

RunningText read_running_text(const std::filesystem::path& path, Language language,
                              const analyzers::Analyzer& analyzer) {
    RunningText running;
    running.text = read_text(path);
    analyzers::TokenStream tokens = analyzer.analyze(running.text, language);
    while (tokens.next()) {
        const analyzers::Token& token = tokens.token();
        if (token.kind == analyzers::TokenKind::word && static_cast<unsigned char>(token.exact[0]) >= 0xD0)
            running.words.emplace_back(token.exact);
    }
    if (running.words.empty()) throw std::runtime_error(path.string() + ": no words");
    return running;
}

void print_chain(const char* name, const RunningText& running, Language language,
                 const analyzers::Analyzer& analyzer) {
    std::size_t count = 0;
    const double seconds = fastest([&] {
        analyzers::TokenStream tokens = analyzer.analyze(running.text, language);
        while (tokens.next()) ++count;
    });
    std::printf("  %-24s %6.1f MB/s of UTF-8 (%zu tokens)\n", name,
                static_cast<double>(running.text.size()) / seconds / 1e6, count / kRuns);
}

void run(char** arguments) {
    const analyzers::Analyzer analyzer;
    print_quality("Kazakh", arguments[1], Language::kazakh, analyzer);
    print_quality("Russian", arguments[3], Language::russian, analyzer);
    const RunningText kazakh = read_running_text(arguments[2], Language::kazakh, analyzer);
    const RunningText russian = read_running_text(arguments[4], Language::russian, analyzer);
    std::printf("Stemmer alone, one core; best of %d runs\n", kRuns);
    analyzers::Snowball snowball("russian");
    const double reference = print_rate(
        "Snowball Russian", russian.words,
        [&](const std::string& word) { return snowball.stem(word).size(); }, 0);
    std::string stem;
    for (const Language language : {Language::russian, Language::kazakh}) {
        const std::unique_ptr<analyzers::Stemmer> stemmer = analyzers::make_stemmer(language);
        const bool is_kazakh = language == Language::kazakh;
        print_rate(
            is_kazakh ? "izde Kazakh" : "izde Russian", is_kazakh ? kazakh.words : russian.words,
            [&](const std::string& word) {
                stemmer->stem(word, stem);
                return stem.size();
            },
            reference);
    }
    std::printf("The whole chain, text to terms\n");
    print_chain("Russian", russian, Language::russian, analyzer);
    print_chain("Kazakh", kazakh, Language::kazakh, analyzer);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5) {
        std::cerr << "usage: stemming GOLD_KK TEXT_KK GOLD_RU TEXT_RU\n";
        return 2;
    }
    try {
        run(arguments);
    } catch (const std::exception& error) {
        std::cerr << "stemming: " << error.what() << '\n';
        return 2;
    }
    return 0;
}
