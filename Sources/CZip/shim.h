// libzip: reads the ZIP containers of workbooks.
#include <zip.h>
