/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-phrases.h"

#include "pz-document-peek.h"
#include "pz-search-fold.h"

/* The fields that are kept. */
static const struct
{
  guint field;
  const char *name;
} kept[] = { { PZ_GOAL_CONDITION, "condition" }, { PZ_GOAL_BEHAVIOUR, "behaviour" } };

/* A text as it was written first, and in how many goals it stands. */
typedef struct
{
  char *text;
  guint count;
} Phrase;

struct _PzGoalPhrases
{
  GHashTable *phrases[G_N_ELEMENTS (kept)]; /* folded text -> Phrase */
};

/* One document: nothing of it counts before the file was read to its end. */
typedef struct
{
  GPtrArray *texts[G_N_ELEMENTS (kept)];
  gboolean left_out;
} Reading;

static void
phrase_free (gpointer phrase)
{
  g_free (((Phrase *) phrase)->text);
  g_free (phrase);
}

static void
read_goal (PzJsonReader *reader,
           Reading      *reading)
{
  char *texts[G_N_ELEMENTS (kept)] = { NULL };
  gboolean deleted = FALSE;

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (kept) && !pz_json_reader_text_is (reader, kept[i].name))
        i++;
      if (i < G_N_ELEMENTS (kept))
        {
          g_free (texts[i]);
          texts[i] = g_strdup (pz_peek_text (reader));
        }
      else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
        deleted |= pz_peek_text (reader) != NULL;
      else
        pz_json_reader_skip (reader, NULL, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!deleted && texts[i] != NULL)
      g_ptr_array_add (reading->texts[i], g_steal_pointer (&texts[i]));
    else
      g_clear_pointer (&texts[i], g_free);
}

static void
read_goals (PzJsonReader *reader,
            Reading      *reading)
{
  PzJsonToken token;

  if (!pz_peek_expect (reader, PZ_JSON_ARRAY, "goals"))
    return;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    read_goal (reader, reading);
  if (token != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
    pz_peek_invalid (reader, "goals");
}

/* learners in the trash have no say any more; those who left the class have */
static void
read_owner (PzJsonReader *reader,
            Reading      *reading)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "learner"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      reading->left_out |= pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  if (peek->kind == PZ_DOCUMENT_LEARNER && pz_json_reader_text_is (peek->reader, "learner"))
    read_owner (peek->reader, user_data);
  else if (pz_json_reader_text_is (peek->reader, "goals"))
    read_goals (peek->reader, user_data);
  else
    pz_json_reader_skip (peek->reader, NULL, NULL);
}

static void
add (GHashTable *phrases,
     const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_autofree char *folded = pz_search_fold (plain);
  Phrase *phrase;

  if (*plain == '\0')
    return;
  phrase = g_hash_table_lookup (phrases, folded);
  if (phrase == NULL)
    {
      phrase = g_new0 (Phrase, 1);
      phrase->text = g_steal_pointer (&plain);
      g_hash_table_insert (phrases, g_steal_pointer (&folded), phrase);
    }
  phrase->count++;
}

/**
 * pz_goal_phrases_new:
 *
 * Returns: (transfer full): phrases, none yet
 */
PzGoalPhrases *
pz_goal_phrases_new (void)
{
  PzGoalPhrases *self = g_new0 (PzGoalPhrases, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    self->phrases[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, phrase_free);
  return self;
}

/**
 * pz_goal_phrases_free:
 * @self: (transfer full): phrases
 */
void
pz_goal_phrases_free (PzGoalPhrases *self)
{
  g_return_if_fail (self != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    g_hash_table_unref (self->phrases[i]);
  g_free (self);
}

/**
 * pz_goal_phrases_read:
 * @self: phrases
 * @kind: of the document: a learner or the class
 * @data: (array length=length): the document as it stands on the disk
 * @length: its length in bytes
 * @error: as pz_document_peek_run(); nothing is added then
 *
 * Adds what stands in the goals of the document that are not in the trash; closed ones are goals, too.
 *
 * Returns: %FALSE with @error set
 */
gboolean
pz_goal_phrases_read (PzGoalPhrases   *self,
                      PzDocumentKind   kind,
                      const char      *data,
                      gsize            length,
                      GError         **error)
{
  g_autoptr(PzJsonReader) reader = NULL;
  PzDocumentPeek peek = { .kind = kind, .may_be_newer = TRUE };
  Reading reading = { .left_out = FALSE };
  gboolean read;

  g_return_val_if_fail (self != NULL && data != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    reading.texts[i] = g_ptr_array_new_with_free_func (g_free);
  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  read = pz_document_peek_run (&peek, read_member, &reading, error);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      for (guint j = 0; read && !reading.left_out && j < reading.texts[i]->len; j++)
        add (self->phrases[i], reading.texts[i]->pdata[j]);
      g_ptr_array_unref (reading.texts[i]);
    }
  return read;
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const Phrase *x = *(const Phrase *const *) a, *y = *(const Phrase *const *) b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return g_utf8_collate (x->text, y->text);
}

/**
 * pz_goal_phrases_dup:
 * @self: phrases
 * @field: %PZ_GOAL_CONDITION or %PZ_GOAL_BEHAVIOUR
 *
 * Returns: (transfer full): what was written there, that of most goals first; each text once, whatever its accents and
 *   capital letters
 */
GStrv
pz_goal_phrases_dup (const PzGoalPhrases *self,
                     guint                field)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer phrase;

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (kept[i].field == field)
      {
        g_hash_table_iter_init (&iter, self->phrases[i]);
        while (g_hash_table_iter_next (&iter, NULL, &phrase))
          g_ptr_array_add (sorted, phrase);
      }
  g_ptr_array_sort (sorted, compare_phrases);
  for (guint i = 0; i < sorted->len; i++)
    g_strv_builder_add (texts, ((Phrase *) sorted->pdata[i])->text);
  return g_strv_builder_end (texts);
}
