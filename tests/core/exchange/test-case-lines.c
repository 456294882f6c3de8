/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

#include <string.h>

typedef struct
{
  PzCaseReading reading;
} Lines;

static void
find (Lines      *self,
      const char *text)
{
  memset (self, 0, sizeof *self);
  self->reading.item_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->reading.association_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  pz_case_find_lines (&self->reading, text, strlen (text));
}

static void
clear (Lines *self)
{
  g_array_unref (self->reading.item_lines);
  g_array_unref (self->reading.association_lines);
}

static void
assert_lines (GArray     *lines,
              const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (lines, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_each_record_knows_its_line (void)
{
  Lines self;

  find (&self, "{\n\"CFDocument\": {\n\"title\": \"T\"},\n\"CFItems\": [\n{\"a\": 1},\n{\"a\":\n{\"b\": []}},\n\n{}],\n"
               "\"CFAssociations\": [{},\n{}]}");
  g_assert_cmpuint (self.reading.document_line, ==, 2);
  assert_lines (self.reading.item_lines, "5 6 9");
  assert_lines (self.reading.association_lines, "10 11");
  clear (&self);
}

/* a package that lies in another object, and one without lists */
static void
test_wrapped_and_missing_lists (void)
{
  Lines self;

  find (&self, "{\"CFPackage\":\n{\"CFItems\":[\n{}]}}");
  assert_lines (self.reading.item_lines, "3");
  assert_lines (self.reading.association_lines, "");
  clear (&self);
  find (&self, "{\"CFItems\": {\"CFItems\": 7}, \"CFAssociations\": null}");
  assert_lines (self.reading.item_lines, "");
  clear (&self);
}

/* what is called so deep inside of a record is not the list */
static void
test_lists_inside_of_records_do_not_count (void)
{
  Lines self;

  find (&self, "{\"CFItems\":[{\"extensions\":{\"x\":{\"CFItems\":[\n{},\n{}]}}},\n{}]}");
  assert_lines (self.reading.item_lines, "1 4");
  clear (&self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/case-lines/" path, function)
  ADD ("each-record-knows-its-line", test_each_record_knows_its_line);
  ADD ("wrapped-and-missing-lists", test_wrapped_and_missing_lists);
  ADD ("lists-inside-of-records-do-not-count", test_lists_inside_of_records_do_not_count);
#undef ADD
  return g_test_run ();
}
