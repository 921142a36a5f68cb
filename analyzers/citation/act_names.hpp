#pragma once

#include <string>
#include <string_view>

/// What readers call an act that the index knows by its canonical id (acts.hpp).
namespace izde::analyzers {

/// The id itself where nothing better is known.
struct ActName {
    std::string kazakh, russian;
};

/// «Трудовой кодекс РК (2015)», «Закон РК «О гражданстве Республики Казахстан» (1991)» for codes and laws of
/// the tables; what the id says of any other: «Закон РК 2005 года № 36», «Приказ РК от 12.04.2005 № 7».
ActName name_of_act(std::string_view id);

}  // namespace izde::analyzers
