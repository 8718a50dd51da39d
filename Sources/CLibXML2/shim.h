// libxml2's headers as Debian builds them pull in ICU, whose module clashes with Foundation's.
// Nothing here uses ICU, so the switch is undone before the rest is read.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>
