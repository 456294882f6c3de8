/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../core/store/index-fixture.h"
#include "pz-json-reader.h"
#include "pz-json-writer.h"
#include "pz-random.h"

#include <dirent.h>
#include <fcntl.h>
#include <json-glib/json-glib.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The index of a school: made from all files, and loaded. Everything measured takes turns, round by round, with what it
 * is compared with; medians. json-glib reads a sample of the files, evenly spread, and its time is scaled up. */
#define GOALS 8
#define MEASUREMENTS 40
#define SAMPLE 10 /* json-glib reads one file of so many */
#define ROUNDS 5
#define ROWS 10000 /* of the large class whose index is loaded */
#define CLASS_ID "0123456789abcdef"

typedef struct
{
  Fixture fixture;
  PzStore *store;
  char *folder; /* of the learners */
  guint n_learners;
  gsize n_bytes;
  GBytes *rows; /* the cache of the large class */
} Bench;

static void
append_id (GString  *out,
           PzRandom *random)
{
  for (guint i = 0; i < PZ_ID_LENGTH; i++)
    g_string_append_c (out, "0123456789abcdefghjkmnpqrstvwxyz"[pz_random_below (random, 32)]);
}

static void
append_stamp (GString    *stamps,
              const char *id,
              guint       number,
              gboolean    pending)
{
  if (pending)
    g_string_append_printf (stamps, "\"%s\":{\"*\":\"019a3c%06x-0\"},\n", id, number);
  else
    g_string_append_printf (stamps, "\"%s\":{\"*\":\"0.%u.019938%06x-0\"},\n", id, number, number);
}

/* A learner of about 44 KB with stamps: the owner, eight goals, forty measurements each, every fiftieth pending. */
static char *
make_learner (PzRandom   *random,
              const char *id)
{
  g_autoptr(GString) goals = g_string_new (NULL), measurements = g_string_new (NULL), stamps = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  append_stamp (stamps, id, 3, FALSE);
  for (guint g = 0; g < GOALS; g++)
    {
      g_autoptr(GString) goal = g_string_new (NULL);

      append_id (goal, random);
      append_stamp (stamps, goal->str, 10 + g, FALSE);
      g_string_append_printf (goals, "{\"id\":\"%s\",\"title\":\"Reads 60 words per minute\",\"baseline\":31,"
                              "\"target\":60,\"start\":\"2026-09-07\",\"state\":\"active\"},\n", goal->str);
      for (guint m = 0; m < MEASUREMENTS; m++)
        {
          g_autoptr(GString) measurement = g_string_new (NULL);

          append_id (measurement, random);
          append_stamp (stamps, measurement->str, 100 + g * MEASUREMENTS + m, m == MEASUREMENTS - 1);
          g_string_append_printf (measurements, "{\"id\":\"%s\",\"goal\":\"%s\",\"date\":\"2026-%02u-%02u\",\"value\":",
                                  measurement->str, goal->str, 1 + m * 7 / 28, 1 + m * 7 % 28);
          pz_json_append_number (measurements, 20 + pz_random_below (random, 400) / 10.0);
          if (pz_random_below (random, 10) == 0)
            g_string_append (measurements, ",\"note\":\"Hesitated at \\\"th\\\", then read on in the café\"");
          g_string_append (measurements, "},\n");
        }
    }
  g_string_printf (out, "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"%s\",\"rev\":131,\n"
                   "\"learner\":{\n \"given-name\":\"Noor\",\n \"family-name\":\"Jansén\",\n"
                   " \"home-languages\":[\"ar\",\"nl\"],\n \"notes\":\"Prefers a quiet seat\"\n},\n"
                   "\"goals\":[\n%.*s\n],\n\"measurements\":[\n%.*s\n],\n"
                   "\"stamps\":{\"devices\":[\"9f1c22d07ab4e356\"],\"records\":{\n%.*s\n}}}\n", id,
                   (int) goals->len - 2, goals->str, (int) measurements->len - 2, measurements->str,
                   (int) stamps->len - 2, stamps->str);
  return g_string_free (out, FALSE);
}

static void
make_school (Bench *self)
{
  g_autofree char *path = fixture_make_class (&self->fixture, CLASS_ID);
  PzRandom random;

  self->folder = g_build_filename (path, "learners", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  pz_random_init (&random, 1);
  for (guint i = 0; i < self->n_learners; i++)
    {
      g_autofree char *id = fixture_id (i), *text = make_learner (&random, id);
      g_autofree char *file = g_strdup_printf ("%s/%s.json", self->folder, id);
      FILE *stream = fopen (file, "wx");

      g_assert_nonnull (stream);
      g_assert_cmpuint (fwrite (text, 1, strlen (text), stream), ==, strlen (text));
      g_assert_cmpint (fclose (stream), ==, 0);
      self->n_bytes += strlen (text);
    }
  self->store = fixture_open (&self->fixture, path);
}

static GPtrArray *
make_rows (guint n)
{
  static const char *const given[] = { "Noor", "Zoë", "Jan-Willem", "Łucja", "Aylin", "Mohammed", "Anna", "Søren" };
  static const char *const family[] = { "Jansen", "de Boer", "Nguyễn", "Müller", "Öztürk", "O'Brien", "Smith" };
  GPtrArray *entries = fixture_entries_new ();

  for (guint i = 0; i < n; i++)
    {
      g_auto(PzIndexDraft) entry = { .counts = { 8, 6, 320, 8, 0 }, .revision = 131 };
      g_autofree char *id = fixture_id (i);

      pz_index_draft_set_text (&entry, PZ_INDEX_ID, id);
      pz_index_draft_set_text (&entry, PZ_INDEX_GIVEN_NAME, given[i % G_N_ELEMENTS (given)]);
      pz_index_draft_set_text (&entry, PZ_INDEX_FAMILY_NAME, family[i % G_N_ELEMENTS (family)]);
      pz_index_draft_set_text (&entry, PZ_INDEX_LEVEL, "b1k4m7kq2x9v5t0r");
      pz_index_draft_set_text (&entry, PZ_INDEX_LAST, "2026-11-20");
      pz_index_draft_set_text (&entry, PZ_INDEX_CHECK_IN, "2026-11-18");
      entry.version = (PzVersion) { .exists = TRUE, .settled = TRUE, .size = 44000 + i, .inode = 1000000 + i,
                                    .mtime_ns = G_GINT64_CONSTANT (1795449600123456789) + i };
      g_ptr_array_add (entries, pz_index_draft_seal (&entry));
    }
  return entries;
}

static GBytes *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

/* Calls for the files of the learners, every n-th one. */
static void
for_each_file (Bench  *self,
               guint   n,
               void  (*call) (GBytes *bytes))
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  for (guint i = 0; (name = g_dir_read_name (dir)) != NULL; i++)
    if (i % n == 0)
      {
        g_autoptr(GBytes) bytes = read_file (self->folder, name);

        call (bytes);
      }
}

static void
pass_strictly (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);

  while (pz_json_reader_next (reader) > PZ_JSON_END)
    ;
  if (pz_json_reader_take_error (reader, NULL))
    abort ();
}

static guint json_glib_total;

/* The same by the tree: names, goals at work, measurements with the newest date, pending stamps. */
static void
scan_with_json_glib (GBytes *bytes)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length), *last = "";
  JsonObject *root, *records;
  JsonObjectIter iter;
  JsonNode *node;
  JsonArray *list;

  if (!json_parser_load_from_data (parser, data, (gssize) length, NULL))
    abort ();
  root = json_node_get_object (json_parser_get_root (parser));
  json_glib_total += strlen (json_object_get_string_member (json_object_get_object_member (root, "learner"),
                                                            "given-name"));
  list = json_object_get_array_member (root, "goals");
  for (guint i = 0; i < json_array_get_length (list); i++)
    json_glib_total += strcmp (json_object_get_string_member (json_array_get_object_element (list, i), "state"),
                               "active") == 0;
  list = json_object_get_array_member (root, "measurements");
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *record = json_array_get_object_element (list, i);
      const char *date = json_object_get_string_member (record, "date");

      if (!json_object_has_member (record, "deleted") && !json_object_has_member (record, "not-valid")
          && strcmp (date, last) > 0)
        last = date;
    }
  records = json_object_get_object_member (json_object_get_object_member (root, "stamps"), "records");
  json_object_iter_init (&iter, records);
  while (json_object_iter_next (&iter, NULL, &node))
    json_glib_total += strchr (json_object_get_string_member (json_node_get_object (node), "*"), '.') == NULL;
}

static void
run_strict_pass (Bench *self)
{
  for_each_file (self, 1, pass_strictly);
}

static void
run_json_glib (Bench *self)
{
  for_each_file (self, SAMPLE, scan_with_json_glib);
}

static void
run_rebuild (Bench *self)
{
  g_autoptr(PzIndexChanges) changes = pz_index_scan_store (self->store, NULL, NULL, NULL);

  if (changes == NULL || changes->changed->len != self->n_learners || changes->n_damaged > 0)
    abort ();
}

static void
run_stat (Bench *self)
{
  g_autofree char *cache = g_build_filename (pz_store_get_path (self->store), "cache", NULL);
  g_autoptr(GBytes) bytes = read_file (cache, "index.json");
  DIR *dir = opendir (self->folder);
  struct dirent *entry;
  struct stat status;

  while ((entry = readdir (dir)) != NULL)
    if (fstatat (dirfd (dir), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
      abort ();
  closedir (dir);
}

static void
run_open (Bench *self)
{
  g_autoptr(GPtrArray) entries = pz_index_cache_load (self->store, CLASS_ID);
  g_autoptr(PzIndexChanges) changes = NULL;
  g_autoptr(PzIndex) index = pz_index_new ();

  if (entries == NULL)
    abort ();
  pz_index_apply (index, entries, NULL);
  changes = pz_index_scan_store (self->store, entries, NULL, NULL);
  if (changes == NULL || changes->changed->len > 0 || pz_index_count_shown (index) != self->n_learners)
    abort ();
}

static void
run_pass_rows (Bench *self)
{
  pass_strictly (self->rows);
}

static void
run_parse_rows (Bench *self)
{
  g_autoptr(GPtrArray) entries = pz_index_cache_parse (self->rows, CLASS_ID, NULL);

  if (entries == NULL)
    abort ();
}

static void
run_load_rows (Bench *self)
{
  g_autoptr(GPtrArray) entries = pz_index_cache_parse (self->rows, CLASS_ID, NULL);
  g_autoptr(PzIndex) index = pz_index_new ();

  pz_index_apply (index, entries, NULL);
}

static void
run_format_rows (Bench *self)
{
  g_autoptr(GPtrArray) entries = pz_index_cache_parse (self->rows, CLASS_ID, NULL);
  g_autoptr(GBytes) bytes = pz_index_cache_format (entries, CLASS_ID);
}

enum { STRICT_PASS, REBUILD, JSON_GLIB, STAT, OPEN, PASS_ROWS, PARSE_ROWS, LOAD_ROWS, FORMAT_ROWS, N_TURNS };

static const struct
{
  const char *name;
  void (*run) (Bench *self);
  double scale;
} turns[N_TURNS] = {
  [STRICT_PASS] = { "school: strict pass over all files", run_strict_pass, 1 },
  [REBUILD] = { "school: index made from all files", run_rebuild, 1 },
  [JSON_GLIB] = { "school: the same by json-glib (scaled)", run_json_glib, SAMPLE },
  [STAT] = { "school: read index, stat all files", run_stat, 1 },
  [OPEN] = { "school: load index, check all files", run_open, 1 },
  [PASS_ROWS] = { "10,000 rows: strict pass", run_pass_rows, 1 },
  [PARSE_ROWS] = { "10,000 rows: parse, with search keys", run_parse_rows, 1 },
  [LOAD_ROWS] = { "10,000 rows: parse and fill the list", run_load_rows, 1 },
  [FORMAT_ROWS] = { "10,000 rows: parse and format", run_format_rows, 1 },
};

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
measure (Bench  *self,
         double *medians)
{
  double times[N_TURNS][ROUNDS];

  for (guint r = 0; r < ROUNDS; r++)
    for (guint t = 0; t < N_TURNS; t++)
      {
        gint64 start = g_get_monotonic_time ();

        turns[t].run (self);
        times[t][r] = (double) (g_get_monotonic_time () - start) / 1000 * turns[t].scale;
      }
  for (guint t = 0; t < N_TURNS; t++)
    {
      qsort (times[t], ROUNDS, sizeof (double), compare_doubles);
      medians[t] = times[t][ROUNDS / 2];
      printf ("%-42s %9.1f ms\n", turns[t].name, medians[t]);
    }
}

static glong
get_peak_kb (void)
{
  g_autofree char *status = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  return strtol (strstr (status, "VmHWM:") + strlen ("VmHWM:"), NULL, 10);
}

/* What a rebuild needs beyond its rows, and what rows need. */
static void
measure_memory (Bench *self)
{
  g_autoptr(GPtrArray) rows = NULL;
  gsize before;
  glong peak;

  malloc_trim (0);
  g_file_set_contents_full ("/proc/self/clear_refs", "5", 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  peak = get_peak_kb ();
  run_rebuild (self);
  printf ("peak memory of the rebuild of %u           %9ld KB more\n", self->n_learners, get_peak_kb () - peak);
  before = mallinfo2 ().uordblks;
  rows = make_rows (ROWS);
  printf ("memory of a row                            %9.0f bytes\n",
          (double) (mallinfo2 ().uordblks - before) / ROWS);
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { .n_learners = argc > 1 ? (guint) atoi (argv[1]) : 2000 };
  double ms[N_TURNS];

  fixture_set_up (&self.fixture, NULL);
  make_school (&self);
  g_usleep (3 * G_USEC_PER_SEC); /* until the files count as being at rest */
  measure_memory (&self);
  {
    g_autoptr(PzIndexChanges) changes = pz_index_scan_store (self.store, NULL, NULL, NULL);
    g_autoptr(GPtrArray) rows = make_rows (ROWS);

    g_assert_true (pz_index_cache_save (self.store, changes->changed, CLASS_ID, NULL));
    self.rows = pz_index_cache_format (rows, CLASS_ID);
  }
  printf ("%u learners of %.1f KB; index of %d rows: %.0f KB; median of %d rounds\n", self.n_learners,
          (double) self.n_bytes / self.n_learners / 1000, ROWS, (double) g_bytes_get_size (self.rows) / 1000, ROUNDS);
  measure (&self, ms);
  printf ("json-glib / index from all files            %6.2f   (at least 15)\n", ms[JSON_GLIB] / ms[REBUILD]);
  printf ("index from all files / strict pass          %6.2f   (at most 2)\n", ms[REBUILD] / ms[STRICT_PASS]);
  printf ("load and check / read and stat              %6.2f   (at most 2)\n", ms[OPEN] / ms[STAT]);
  printf ("parse of the rows / strict pass over them   %6.2f\n", ms[PARSE_ROWS] / ms[PASS_ROWS]);

  g_bytes_unref (self.rows);
  g_object_unref (self.store);
  g_free (self.folder);
  fixture_tear_down (&self.fixture, NULL);
  return 0;
}
