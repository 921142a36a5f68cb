#include "api/errors.hpp"

#include <xapian.h>

#include <new>
#include <utility>

#include "indexer/build.hpp"
#include "indexer/extract/extractor.hpp"
#include "learner/parallel_text.hpp"
#include "searcher/searcher.hpp"
#include "searcher/thesaurus.hpp"
#include "searcher/translation_table.hpp"
#include "store/index.hpp"

namespace izde {

Error::Error(ErrorCode code, const std::string& message, std::optional<std::size_t> position,
             std::map<Language, std::string> translations)
    : std::runtime_error(message),
      code_(code),
      position_(position),
      translations_(std::make_shared<const std::map<Language, std::string>>(std::move(translations))) {}

std::string Error::message(Language language) const {
    const auto found = translations_->find(language);
    return found == translations_->end() ? what() : found->second;
}

Error::~Error() = default;

}  // namespace izde

namespace izde::api {
namespace {

ErrorCode code_of(store::IndexError::Code code) {
    using Code = store::IndexError::Code;
    switch (code) {
        case Code::not_found:
            return ErrorCode::index_not_found;
        case Code::not_an_index:
        case Code::other_format:
        case Code::other_analysis:
            return ErrorCode::index_format;
        case Code::corrupt:
            return ErrorCode::index_corrupt;
        case Code::locked:
            return ErrorCode::index_locked;
        case Code::io:
            return ErrorCode::io;
    }
    return ErrorCode::internal;
}

}  // namespace

void rethrow_as_error() {
    try {
        throw;
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const searcher::QueryError& error) {
        throw Error(ErrorCode::query_syntax, error.what(), error.position(),
                    {{Language::kazakh, error.message(analyzers::Language::kazakh)},
                     {Language::russian, error.message(analyzers::Language::russian)}});
    } catch (const searcher::NotFound& error) {
        throw Error(ErrorCode::not_found, error.what());
    } catch (const store::IndexError& error) {
        throw Error(code_of(error.code()), error.what());
    } catch (const indexer::BuildError& error) {
        throw Error(ErrorCode::invalid_argument, error.what());
    } catch (const learner::LearnError& error) {
        throw Error(ErrorCode::invalid_argument, error.what());
    } catch (const searcher::TranslationError& error) {
        throw Error(ErrorCode::invalid_argument, error.what());
    } catch (const searcher::ThesaurusError& error) {
        throw Error(ErrorCode::invalid_argument, error.what());
    } catch (const indexer::ExtractError& error) {
        throw Error(ErrorCode::invalid_argument, error.what());
    } catch (const Xapian::DatabaseCorruptError& error) {
        throw Error(ErrorCode::index_corrupt,
                    "the index is damaged (" + error.get_msg() + "); rebuild it with izde index --rebuild");
    } catch (const Xapian::Error& error) {
        throw Error(ErrorCode::io, "the index cannot be read: " + error.get_description());
    } catch (const std::exception& error) {
        throw Error(ErrorCode::internal, error.what());
    }
}

}  // namespace izde::api
