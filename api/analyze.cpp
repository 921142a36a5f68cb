#include "analyzers/analyzer.hpp"
#include "api/convert.hpp"
#include "api/errors.hpp"

namespace izde {

std::vector<AnalyzedToken> analyze(std::string_view text, Language language) {
    return api::guarded([&] {
        const analyzers::Analyzer analyzer;
        const analyzers::Language paragraph = language == Language::unknown || language == Language::mixed
                                                  ? analyzers::identify_language(text)
                                                  : api::room_language(language);
        std::vector<AnalyzedToken> tokens;
        analyzers::TokenStream stream = analyzer.analyze(text, paragraph);
        while (stream.next()) {
            const analyzers::Token& from = stream.token();
            AnalyzedToken token;
            token.begin = from.span.begin;
            token.end = from.span.end;
            token.position = from.position;
            token.kind = analyzers::name_of(from.kind);
            token.language = api::public_language(from.language);
            token.is_stopword = from.is_stopword;
            token.exact = from.exact;
            token.stem = from.stem;
            token.loose = from.loose;
            token.alternative_stem = from.alternative_stem;
            tokens.push_back(std::move(token));
        }
        return tokens;
    });
}

/// A word goes through the whole chain, so that what is measured is what is indexed: its stem is that of its
/// one token; a word that the tokenizer parts («өзін-өзі») gives its parts' stems, joined by hyphens.
struct WordStemmer::Impl {
    explicit Impl(Language of) : language(api::room_language(of)), stream(analyzer.analyze({}, language)) {}
    analyzers::Analyzer analyzer;
    analyzers::Language language;
    analyzers::TokenStream stream;
    std::string stem;
};

WordStemmer::WordStemmer(Language language)
    : impl_(api::guarded([&] { return std::make_unique<Impl>(language); })) {}
WordStemmer::~WordStemmer() = default;
WordStemmer::WordStemmer(WordStemmer&&) noexcept = default;
WordStemmer& WordStemmer::operator=(WordStemmer&&) noexcept = default;

std::string_view WordStemmer::stem(std::string_view word) {
    return api::guarded([&] {
        impl_->stem.clear();
        const analyzers::Language language = impl_->language == analyzers::Language::unknown
                                                 ? analyzers::identify_language(word)
                                                 : impl_->language;
        impl_->stream.reset(word, language);
        while (impl_->stream.next()) {
            if (!impl_->stem.empty()) impl_->stem += '-';
            impl_->stem += impl_->stream.token().stem;
        }
        return std::string_view(impl_->stem);
    });
}

}  // namespace izde
