#include "learner/learn.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <system_error>

#include "learner/parallel_acts.hpp"
#include "learner/translation_model.hpp"

namespace izde::learner {
namespace {

/// Whether a form alone is read as the stem that it had in its sentence («эцқ-ны» is two words alone).
bool gives(std::string_view form, analyzers::Language language, std::string_view stem,
           analyzers::TokenStream& tokens) {
    tokens.reset(form, language);
    return tokens.next() && tokens.token().stem == stem && !tokens.next();
}

/// The rows written.
std::size_t write_table(const std::vector<Translation>& translations, const ParallelText& text,
                        const std::filesystem::path& out, const analyzers::Analyzer& analyzer) {
    using analyzers::Language;
    std::size_t rows = 0;
    analyzers::TokenStream tokens = analyzer.analyze({}, Language::unknown);
    const std::filesystem::path unfinished = out.string() + ".tmp";
    {
        std::ofstream stream(unfinished, std::ios::binary);
        stream << "# izde translations: Kazakh word, Russian word, weight\n";
        for (const Translation& one : translations) {
            const std::string_view kazakh = text.kazakh.usual_form(one.kazakh);
            const std::string_view russian = text.russian.usual_form(one.russian);
            if (!gives(kazakh, Language::kazakh, text.kazakh.stem(one.kazakh), tokens) ||
                !gives(russian, Language::russian, text.russian.stem(one.russian), tokens))
                continue;
            std::array<char, 16> weight{};
            static_cast<void>(std::snprintf(weight.data(), weight.size(), "%.3f", one.weight));
            stream << kazakh << '\t' << russian << '\t' << weight.data() << '\n';
            ++rows;
        }
        if (!stream.flush()) throw LearnError(unfinished.string() + ": cannot be written");
    }
    std::error_code failure;
    std::filesystem::rename(unfinished, out, failure);
    if (failure) throw LearnError(out.string() + ": cannot be written: " + failure.message());
    return rows;
}

}  // namespace

LearnReport learn(const LearnInput& input, const std::filesystem::path& out,
                  const analyzers::Analyzer& analyzer) {
    ParallelText text;
    for (const auto& file : input.parallel) read_pairs(file, analyzer, text);
    std::size_t acts = 0;
    for (const auto& index : input.indexes) acts += read_acts(index, analyzer, text);
    const std::vector<Translation> translations = learn_model(text);
    const std::size_t rows = write_table(translations, text, out, analyzer);
    return {text.pairs.size(), text.kazakh.size(), text.russian.size(), acts, rows};
}

}  // namespace izde::learner
