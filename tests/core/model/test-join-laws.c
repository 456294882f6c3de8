/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

/* The laws of the algebra on random histories: three devices edit copies of one learner, some of them exchanging what
 * they have. Every write is numbered at once, as a synchronisation would, so that tags are what they stay for ever. */
#define DEVICES 3
#define RECORDS 3

typedef struct
{
  PzClock *clock;
  PzDocument *document;
  PzContext *seen;
  guint64 last; /* number given */
} Device;

/* What must come out: writes of values by their unique text, and which of them somebody who saw them took the place of. */
typedef struct
{
  Device devices[DEVICES];
  PzRandom random;
  GHashTable *written;
  GHashTable *replaced;
  char *ids[RECORDS]; /* of the owner and two goals */
  guint n_writes;
} World;

static const guint owner_fields[] = { PZ_LEARNER_GIVEN_NAME, PZ_LEARNER_NOTES, PZ_LEARNER_NEEDS };
static const guint goal_fields[] = { PZ_GOAL_TITLE, PZ_GOAL_NOTES, PZ_GOAL_NEEDS };

static PzContext *
copy_context (PzContext *context)
{
  PzContext *copy = pz_context_new ();

  pz_context_add_context (copy, context);
  return copy;
}

/* number at once; what this device has numbered it has seen */
static void
publish (Device *device)
{
  fixture_number (device->document, &device->last);
  pz_context_set_vector (device->seen, pz_clock_get_device (device->clock), device->last);
}

static void
world_init (World   *world,
            guint64  seed)
{
  g_autoptr(PzContext) nothing = pz_context_new ();

  memset (world, 0, sizeof *world);
  pz_random_init (&world->random, seed);
  world->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < DEVICES; i++)
    {
      Device *device = &world->devices[i];

      device->clock = fixture_clock (i + 1, seed + i);
      fixture_wait (device->clock, (gint64) pz_random_below (&world->random, 3) * 86400000);
      device->seen = pz_context_new ();
      if (i == 0)
        {
          device->document = fixture_learner (device->clock);
          world->ids[0] = g_strdup (FIXTURE_ID);
          for (guint k = 1; k < RECORDS; k++)
            world->ids[k] = g_strdup (pz_record_get_id (pz_document_add (device->document, PZ_RECORD_GOAL)));
          pz_document_settle (device->document);
          publish (device);
          continue;
        }
      device->document = pz_document_new_empty (PZ_DOCUMENT_LEARNER, FIXTURE_ID, device->clock);
      pz_document_join (device->document, nothing, world->devices[0].document, world->devices[0].seen);
      pz_context_add_context (device->seen, world->devices[0].seen);
    }
}

static void
world_clear (World *world)
{
  for (guint i = 0; i < DEVICES; i++)
    {
      g_object_unref (world->devices[i].document);
      g_object_unref (world->devices[i].clock);
      pz_context_free (world->devices[i].seen);
    }
  for (guint i = 0; i < RECORDS; i++)
    g_free (world->ids[i]);
  g_hash_table_unref (world->written);
  g_hash_table_unref (world->replaced);
}

static void
note_replaced (World    *world,
               PzRecord *record,
               guint     field)
{
  const PzSlot *slot = pz_record_get_slot (record, field);

  for (guint i = 0; i < slot->n_entries; i++)
    if (slot->entries[i].value.kind == PZ_VALUE_TEXT)
      g_hash_table_add (world->replaced, g_strdup (slot->entries[i].value.text));
}

static void
edit_set (World    *world,
          PzRecord *record,
          guint     field)
{
  g_auto(GStrv) elements = pz_record_dup_set (record, field);
  guint n = g_strv_length (elements);

  if (n > 0 && pz_random_below (&world->random, 2) == 0)
    {
      const char *element = elements[pz_random_below (&world->random, n)];

      g_hash_table_add (world->replaced, g_strdup (element));
      pz_record_set_remove (record, field, element);
    }
  else
    {
      char *element = g_strdup_printf ("element %u", world->n_writes++);

      g_hash_table_add (world->written, element);
      pz_record_set_add (record, field, element);
    }
}

static void
edit (World  *world,
      Device *device)
{
  guint which = pz_random_below (&world->random, RECORDS);
  PzRecord *record = pz_document_find (device->document, world->ids[which]);
  guint field = (which == 0 ? owner_fields : goal_fields)[pz_random_below (&world->random, G_N_ELEMENTS (goal_fields))];
  const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (record));

  fixture_wait (device->clock, pz_random_below (&world->random, 3));
  if (schema->fields[field].flags & PZ_FIELD_SET)
    edit_set (world, record, field);
  else if (pz_random_below (&world->random, 6) == 0 && !pz_record_is_empty (record, field))
    {
      note_replaced (world, record, field);
      pz_record_set_text (record, field, NULL);
    }
  else
    {
      char *text = g_strdup_printf ("value %u", world->n_writes++);

      note_replaced (world, record, field);
      g_hash_table_add (world->written, text);
      pz_record_set_text (record, field, text);
    }
  publish (device);
}

static gboolean
receive (Device *device,
         Device *from)
{
  gboolean changed = pz_document_join (device->document, device->seen, from->document, from->seen);

  pz_context_add_context (device->seen, from->seen);
  return changed;
}

static void
live (World *world,
      guint  steps)
{
  for (guint i = 0; i < steps; i++)
    {
      Device *device = &world->devices[pz_random_below (&world->random, DEVICES)];

      if (pz_random_below (&world->random, 4) > 0)
        edit (world, device);
      else
        receive (device, &world->devices[pz_random_below (&world->random, DEVICES)]);
    }
}

/* a and b joined, as text; neither is changed */
static char *
joined (Device *a,
        Device *b)
{
  g_autoptr(PzDocument) copy = fixture_copy (a->document);

  pz_document_join (copy, a->seen, b->document, b->seen);
  return fixture_canonical (copy);
}

static void
check_commutative (World *world)
{
  Device *a = &world->devices[0], *b = &world->devices[1];
  g_autofree char *ab = joined (a, b), *ba = joined (b, a);

  g_assert_cmpstr (ab, ==, ba);
}

static void
check_associative (World *world)
{
  Device *a = &world->devices[0], *b = &world->devices[1], *c = &world->devices[2];
  g_autoptr(PzContext) seen_left = copy_context (a->seen), seen_right = copy_context (b->seen);
  Device left = { NULL, fixture_copy (a->document), seen_left, 0 };
  Device right = { NULL, fixture_copy (b->document), seen_right, 0 };
  g_autofree char *one = NULL, *other = NULL;

  receive (&left, b);
  one = joined (&left, c);
  receive (&right, c);
  other = joined (a, &right);
  g_assert_cmpstr (one, ==, other);
  g_object_unref (left.document);
  g_object_unref (right.document);
}

static void
check_idempotent (World *world)
{
  Device *a = &world->devices[0], *b = &world->devices[1];
  g_autofree char *before = fixture_canonical (a->document), *after = NULL;
  g_autoptr(PzDocument) copy = fixture_copy (a->document);

  g_assert_false (pz_document_join (a->document, a->seen, copy, a->seen));
  g_assert_false (pz_document_join (a->document, a->seen, a->document, a->seen));
  after = fixture_canonical (a->document);
  g_assert_cmpstr (before, ==, after);
  receive (a, b);
  g_assert_false (receive (a, b));
}

static void
collect_values (GHashTable *values,
                PzDocument *document)
{
  g_autoptr(GPtrArray) all = pz_document_get_all (document);

  for (guint i = 0; i < all->len; i++)
    {
      PzRecord *record = g_ptr_array_index (all, i);

      for (guint k = 0; k < pz_schema_get_record (pz_record_get_record_type (record))->n_fields; k++)
        {
          const PzSlot *slot = pz_record_get_slot (record, k);

          for (guint n = 0; n < slot->n_entries; n++)
            if (pz_entry_shows (&slot->entries[n]))
              g_hash_table_add (values, slot->entries[n].value.text);
        }
    }
}

/* exactly the values that nobody who saw them took the place of */
static void
check_values (World *world)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;

  collect_values (values, world->devices[0].document);
  g_hash_table_iter_init (&iter, world->written);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (values, key) == g_hash_table_contains (world->replaced, key))
      g_error ("%s: %s", (char *) key, g_hash_table_contains (values, key) ? "came back" : "was lost");
}

static void
check_converges (World *world)
{
  g_autofree char *state = NULL;

  for (guint i = 1; i < DEVICES; i++)
    receive (&world->devices[0], &world->devices[i]);
  state = fixture_canonical (world->devices[0].document);
  for (guint i = 1; i < DEVICES; i++)
    {
      g_autofree char *other = NULL;

      receive (&world->devices[i], &world->devices[0]);
      other = fixture_canonical (world->devices[i].document);
      g_assert_cmpstr (state, ==, other);
      g_assert_false (receive (&world->devices[0], &world->devices[i]));
    }
  check_values (world);
}

static void
check_cases (guint64 seed,
             void (*check) (World *world))
{
  for (guint i = 0; i < FIXTURE_CASES; i++)
    {
      World world;

      world_init (&world, seed + i);
      live (&world, 4 + pz_random_below (&world.random, 10));
      check (&world);
      world_clear (&world);
    }
}

static void
test_commutative (void)
{
  check_cases (100000, check_commutative);
}

static void
test_associative (void)
{
  check_cases (200000, check_associative);
}

static void
test_idempotent (void)
{
  check_cases (300000, check_idempotent);
}

static void
test_converges_and_loses_nothing (void)
{
  check_cases (400000, check_converges);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/join/commutative", test_commutative);
  g_test_add_func ("/core/join/associative", test_associative);
  g_test_add_func ("/core/join/idempotent", test_idempotent);
  g_test_add_func ("/core/join/converges-and-loses-nothing", test_converges_and_loses_nothing);
  return g_test_run ();
}
