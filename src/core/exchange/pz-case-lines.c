/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include "pz-json-reader.h"

/* The lists stand in the root, or in the object it is wrapped into. */
#define MAX_LIST_DEPTH 2

typedef struct
{
  const char *data;
  gsize counted; /* up to here */
  guint line;
} LineCount;

static guint
line_at (LineCount *count,
         gsize      offset)
{
  for (; count->counted < offset; count->counted++)
    count->line += count->data[count->counted] == '\n';
  return count->line;
}

static void
read_list (PzJsonReader *reader,
           LineCount    *count,
           GArray       *lines)
{
  guint depth = pz_json_reader_get_depth (reader);
  PzJsonToken token;

  while ((token = pz_json_reader_next (reader)) > PZ_JSON_END && token != PZ_JSON_ARRAY_END)
    {
      guint line = line_at (count, pz_json_reader_get_start (reader));

      g_array_append_val (lines, line);
      while (pz_json_reader_get_depth (reader) > depth && pz_json_reader_next (reader) > PZ_JSON_END)
        ;
    }
}

/*
 * pz_case_find_lines:
 * @data: what the strict reader accepted
 *
 * Where the items and associations begin: json-glib does not say.
 */
void
pz_case_find_lines (PzCaseReading *reading,
                    const char    *data,
                    gsize          length)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (data, length, PZ_CASE_MAX_SIZE);
  LineCount count = { data, 0, 1 };
  GArray *wanted = NULL;
  PzJsonToken token;

  while ((token = pz_json_reader_next (reader)) > PZ_JSON_END)
    {
      if (token == PZ_JSON_ARRAY && wanted != NULL)
        read_list (reader, &count, wanted);
      wanted = NULL;
      if (token != PZ_JSON_MEMBER || pz_json_reader_get_depth (reader) > MAX_LIST_DEPTH)
        continue;
      if (pz_json_reader_text_is (reader, "CFItems"))
        wanted = reading->item_lines;
      else if (pz_json_reader_text_is (reader, "CFAssociations"))
        wanted = reading->association_lines;
      else if (pz_json_reader_text_is (reader, "CFDocument"))
        reading->document_line = line_at (&count, pz_json_reader_get_start (reader));
    }
}
