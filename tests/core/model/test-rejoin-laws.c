/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

/* Programs of one device edit one learner through a file, as the store lets them: each keeps what it read last, joins
 * when the file has changed, and writes. Their clocks stand still and draw the same numbers, so that tags collide as
 * they never would. Each text is written once, so the test knows what must be left at the end. */
#define PROGRAMS 3

typedef struct
{
  PzClock *clock;
  PzDocument *document;
  char *base; /* the file as this program read or wrote it last */
} Program;

typedef struct
{
  Program programs[PROGRAMS];
  PzRandom random;
  char *file;
  GHashTable *written;
  GHashTable *replaced;
  guint n_writes;
  guint64 last; /* number that a synchronisation gave */
} World;

static const guint fields[] = { PZ_LEARNER_GIVEN_NAME, PZ_LEARNER_NOTES, PZ_LEARNER_PRIVATE_NOTES, PZ_LEARNER_NEEDS };

static PzDocument *
parse (const char *text,
       PzClock    *clock)
{
  return fixture_parse (PZ_DOCUMENT_LEARNER, text, clock);
}

static char *
new_text (World *world)
{
  char *text = g_strdup_printf ("value %u", world->n_writes++);

  g_hash_table_add (world->written, g_strdup (text));
  return text;
}

/* values that share the stamp of the learner */
static void
fill_owner (World    *world,
            PzRecord *owner)
{
  for (guint i = pz_random_below (&world->random, 5); i > 0; i--)
    {
      g_autofree char *text = new_text (world);

      if (i == 4)
        pz_record_set_text (owner, PZ_LEARNER_GIVEN_NAME, text);
      else if (i == 3)
        pz_record_set_text (owner, PZ_LEARNER_NOTES, text);
      else
        pz_record_set_add (owner, PZ_LEARNER_NEEDS, text);
    }
}

static void
world_init (World   *world,
            guint64  seed)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) first = pz_document_new (PZ_DOCUMENT_LEARNER, FIXTURE_ID, clock);

  memset (world, 0, sizeof *world);
  pz_random_init (&world->random, seed);
  world->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fill_owner (world, pz_document_get_owner (first));
  pz_document_settle (first);
  if (pz_random_below (&world->random, 2) == 0)
    fixture_number (first, &world->last);
  world->file = fixture_text (first);
  for (guint i = 0; i < PROGRAMS; i++)
    {
      Program *program = &world->programs[i];

      program->clock = fixture_clock (FIXTURE_DEVICE, seed + (pz_random_below (&world->random, 4) == 0 ? i : 0));
      program->document = parse (world->file, program->clock);
      program->base = g_strdup (world->file);
    }
}

static void
world_clear (World *world)
{
  for (guint i = 0; i < PROGRAMS; i++)
    {
      g_object_unref (world->programs[i].document);
      g_object_unref (world->programs[i].clock);
      g_free (world->programs[i].base);
    }
  g_hash_table_unref (world->written);
  g_hash_table_unref (world->replaced);
  g_free (world->file);
}

static void
edit_set (World    *world,
          PzRecord *record,
          guint     field)
{
  g_auto(GStrv) elements = pz_record_dup_set (record, field);
  guint n = g_strv_length (elements);
  g_autofree char *text = NULL;

  if (n > 0 && pz_random_below (&world->random, 2) == 0)
    {
      text = g_strdup (elements[pz_random_below (&world->random, n)]);
      g_hash_table_add (world->replaced, g_strdup (text));
      pz_record_set_remove (record, field, text);
      return;
    }
  text = new_text (world);
  pz_record_set_add (record, field, text);
}

static void
edit_single (World    *world,
             PzRecord *record,
             guint     field)
{
  const PzSlot *slot = pz_record_get_slot (record, field);
  g_autofree char *text = pz_random_below (&world->random, 5) > 0 ? new_text (world) : NULL;

  if (text == NULL && pz_record_is_empty (record, field))
    return; /* it shows nothing already: no write, whatever else waits for a decision */
  for (guint i = 0; i < slot->n_entries; i++)
    if (pz_entry_shows (&slot->entries[i]))
      g_hash_table_add (world->replaced, g_strdup (slot->entries[i].value.text));
  pz_record_set_text (record, field, text);
}

/* as pz_document_add() does, but with an id that the clocks, which draw the same, cannot give twice */
static void
add_contact (World   *world,
             Program *program)
{
  g_autofree char *text = new_text (world);
  g_autofree char *id = g_strdup_printf ("contact-%u", world->n_writes);
  g_autoptr(PzRecord) record = pz_record_new (PZ_RECORD_CONTACT, id);
  PzStamp star = pz_clock_next (program->clock, 0);

  pz_record_set_star (record, &star);
  pz_record_set_fresh (record, TRUE);
  pz_document_insert (program->document, record);
  pz_record_set_text (record, PZ_CONTACT_NAME, text);
}

static void
edit (World   *world,
      Program *program)
{
  PzRecord *record = pz_document_get_owner (program->document);
  guint field = fields[pz_random_below (&world->random, G_N_ELEMENTS (fields))];

  if (pz_random_below (&world->random, 8) == 0)
    add_contact (world, program);
  else if (field == PZ_LEARNER_NEEDS)
    edit_set (world, record, field);
  else
    edit_single (world, record, field);
}

/* takes over what others wrote */
static void
refresh (World   *world,
         Program *program)
{
  g_autoptr(PzDocument) base = NULL, current = NULL;

  if (strcmp (program->base, world->file) == 0)
    return;
  base = parse (program->base, program->clock);
  current = parse (world->file, program->clock);
  pz_document_rejoin (program->document, base, current);
  g_free (program->base);
  program->base = g_strdup (world->file);
}

static void
save (World   *world,
      Program *program)
{
  refresh (world, program);
  pz_document_settle (program->document);
  g_free (world->file);
  world->file = fixture_text (program->document);
  g_free (program->base);
  program->base = g_strdup (world->file);
}

/* another program synchronises: what waits in the file gets its numbers */
static void
synchronise (World *world)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = parse (world->file, clock);

  fixture_number (document, &world->last);
  g_free (world->file);
  world->file = fixture_text (document);
}

static void
live (World *world,
      guint  steps)
{
  for (guint i = 0; i < steps; i++)
    {
      Program *program = &world->programs[pz_random_below (&world->random, PROGRAMS)];

      switch (pz_random_below (&world->random, 9))
        {
        case 0:
          refresh (world, program);
          break;
        case 1:
          synchronise (world);
          break;
        case 2:
        case 3:
          save (world, program);
          break;
        case 4:
          fixture_wait (program->clock, pz_random_below (&world->random, 3) - 1);
          break;
        default:
          edit (world, program);
          break;
        }
    }
  for (guint i = 0; i < PROGRAMS; i++)
    save (world, &world->programs[i]);
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

static void
check (World *world)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(PzDocument) document = parse (world->file, world->programs[0].clock);
  GHashTableIter iter;
  gpointer key;

  collect_values (values, document);
  g_hash_table_iter_init (&iter, world->written);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (values, key) == g_hash_table_contains (world->replaced, key))
      g_error ("%s: %s", (char *) key, g_hash_table_contains (values, key) ? "came back" : "was lost");
}

/* the readable part */
static char *
without_stamps (const char *text)
{
  return g_strndup (text, (gsize) (strstr (text, "\"stamps\"") - text));
}

/* What all of them show in the end is the same. A stamp may differ: where tags collided, a program may have given a
 * value another one in memory; it is written with the next edit. */
static void
check_agreement (World *world)
{
  for (guint i = 0; i < PROGRAMS; i++)
    {
      g_autofree char *text = NULL, *shown = NULL, *written = without_stamps (world->file);

      refresh (world, &world->programs[i]);
      text = fixture_text (world->programs[i].document);
      shown = without_stamps (text);
      g_assert_cmpstr (shown, ==, written);
    }
}

static void
test_nothing_acknowledged_is_lost (void)
{
  for (guint i = 0; i < FIXTURE_CASES; i++)
    {
      World world;

      g_test_message ("case %u", i);
      world_init (&world, 500000 + i);
      live (&world, 5 + pz_random_below (&world.random, 25));
      check (&world);
      check_agreement (&world);
      world_clear (&world);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rejoin/nothing-acknowledged-is-lost", test_nothing_acknowledged_is_lost);
  return g_test_run ();
}
