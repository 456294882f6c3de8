/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-index-private.h"

/* So many ranges that changed are told of one by one. */
#define MOST_RUNS 8

struct _PzIndex
{
  GObject parent_instance;

  GPtrArray *entries;  /* sealed entries; the position in it is the position in the list */
  GHashTable *by_id;   /* id, owned by the entry, to entry */
  guint n_placed;      /* entries before this position know their position; what others say is at least this */
  guint n_shown;
  guint n_checked_in; /* of those shown */
  guint64 n_pending;
};

enum
{
  PROP_N_SHOWN = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* An entry that is to take a place. */
typedef struct
{
  guint position;
  PzIndexEntry *entry;
} Replacement;

static PzIndexEntry *
get_entry (PzIndex *self,
           guint    position)
{
  return g_ptr_array_index (self->entries, position);
}

static guint
find_position (PzIndex      *self,
               PzIndexEntry *entry)
{
  if (entry->position >= self->n_placed)
    {
      for (; self->n_placed < self->entries->len; self->n_placed++)
        get_entry (self, self->n_placed)->position = self->n_placed;
    }
  return entry->position;
}

static gboolean
is_checked_in (const PzIndexEntry *entry)
{
  return pz_index_entry_get_text (entry, PZ_INDEX_CHECK_IN) != NULL && pz_index_entry_is_shown (entry);
}

static void
count_in (PzIndex            *self,
          const PzIndexEntry *entry)
{
  self->n_shown += pz_index_entry_is_shown (entry);
  self->n_checked_in += is_checked_in (entry);
  self->n_pending += entry->counts[PZ_INDEX_PENDING];
}

static void
count_out (PzIndex            *self,
           const PzIndexEntry *entry)
{
  self->n_shown -= pz_index_entry_is_shown (entry);
  self->n_checked_in -= is_checked_in (entry);
  self->n_pending -= entry->counts[PZ_INDEX_PENDING];
}

/* Puts an entry in the place of the one with its id. */
static void
replace_entry (PzIndex      *self,
               guint         position,
               PzIndexEntry *entry)
{
  PzIndexEntry *old = get_entry (self, position);

  count_out (self, old);
  count_in (self, entry);
  self->entries->pdata[position] = pz_index_entry_ref (entry);
  entry->position = position;
  g_hash_table_replace (self->by_id, (gpointer) pz_index_entry_get_text (entry, PZ_INDEX_ID), entry);
  pz_index_entry_unref (old);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static void
remove_range (PzIndex *self,
              guint    position,
              guint    n)
{
  for (guint i = position; i < position + n; i++)
    {
      count_out (self, get_entry (self, i));
      g_hash_table_remove (self->by_id, pz_index_entry_get_text (get_entry (self, i), PZ_INDEX_ID));
    }
  g_ptr_array_remove_range (self->entries, position, n);
  self->n_placed = MIN (self->n_placed, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
}

static void
remove_entries (PzIndex   *self,
                GPtrArray *ids)
{
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end;

  for (guint i = 0; i < ids->len; i++)
    {
      guint position;

      if (pz_index_find (self, g_ptr_array_index (ids, i), &position))
        g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_positions);

  /* from the end, so that positions yet to come stay true */
  end = positions->len;
  while (end > 0)
    {
      guint begin = end - 1, first, last = g_array_index (positions, guint, begin);

      while (begin > 0 && g_array_index (positions, guint, begin - 1) + 1 >= g_array_index (positions, guint, begin))
        begin--;
      first = g_array_index (positions, guint, begin);
      remove_range (self, first, last - first + 1);
      end = begin;
    }
}

static int
compare_replacements (gconstpointer a,
                      gconstpointer b)
{
  const Replacement *x = a, *y = b;

  return x->position < y->position ? -1 : x->position > y->position;
}

static guint
count_runs (GArray *replacements)
{
  guint n = 0;

  for (guint i = 0; i < replacements->len; i++)
    n += i == 0 || g_array_index (replacements, Replacement, i).position
                       > g_array_index (replacements, Replacement, i - 1).position + 1;
  return n;
}

static void
replace_entries (PzIndex *self,
                 GArray  *replacements)
{
  guint begin = 0, gap;

  g_array_sort (replacements, compare_replacements);
  gap = count_runs (replacements) > MOST_RUNS ? G_MAXUINT : 1;
  while (begin < replacements->len)
    {
      guint first = g_array_index (replacements, Replacement, begin).position, last = first, end = begin;

      for (; end < replacements->len; end++)
        {
          const Replacement *replacement = &g_array_index (replacements, Replacement, end);

          if (replacement->position - last > gap)
            break;
          last = replacement->position;
          replace_entry (self, last, replacement->entry);
        }
      g_list_model_items_changed (G_LIST_MODEL (self), first, last - first + 1, last - first + 1);
      begin = end;
    }
}

/* An entry that looks as before takes its place without a word, and keeps the row. */
static void
replace_silently (PzIndex      *self,
                  guint         position,
                  PzIndexEntry *entry)
{
  PzIndexEntry *old = get_entry (self, position);

  if (old == entry)
    return;
  if (old->row != NULL)
    pz_learner_row_move (old->row, entry);
  replace_entry (self, position, entry);
}

static void
append_entries (PzIndex   *self,
                GPtrArray *entries)
{
  guint n_before = self->entries->len;

  for (guint i = 0; i < entries->len; i++)
    {
      PzIndexEntry *entry = g_ptr_array_index (entries, i);

      entry->position = self->entries->len;
      g_ptr_array_add (self->entries, pz_index_entry_ref (entry));
      g_hash_table_insert (self->by_id, (gpointer) pz_index_entry_get_text (entry, PZ_INDEX_ID), entry);
      count_in (self, entry);
    }
  if (self->entries->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->entries->len - n_before);
}

static GType
pz_index_get_item_type (GListModel *model)
{
  return PZ_TYPE_LEARNER_ROW;
}

static guint
pz_index_get_n_items (GListModel *model)
{
  return PZ_INDEX (model)->entries->len;
}

static gpointer
pz_index_get_item (GListModel *model,
                   guint       position)
{
  PzIndex *self = PZ_INDEX (model);

  return position < self->entries->len ? pz_learner_row_get (get_entry (self, position)) : NULL;
}

static void
pz_index_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = pz_index_get_item_type;
  iface->get_n_items = pz_index_get_n_items;
  iface->get_item = pz_index_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PzIndex, pz_index, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pz_index_list_model_init))

static void
pz_index_get_property (GObject    *object,
                       guint       property,
                       GValue     *value,
                       GParamSpec *pspec)
{
  if (property == PROP_N_SHOWN)
    g_value_set_uint (value, pz_index_count_shown (PZ_INDEX (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pz_index_finalize (GObject *object)
{
  PzIndex *self = PZ_INDEX (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (pz_index_parent_class)->finalize (object);
}

static void
pz_index_class_init (PzIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pz_index_get_property;
  object_class->finalize = pz_index_finalize;

  /* how many learners are neither in the trash nor archived */
  properties[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pz_index_init (PzIndex *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_index_entry_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * pz_index_new:
 *
 * Returns: (transfer full): an empty index
 */
PzIndex *
pz_index_new (void)
{
  return g_object_new (PZ_TYPE_INDEX, NULL);
}

/**
 * pz_index_apply:
 * @self: an index
 * @changed: (element-type PzIndexEntry) (nullable): entries that no other index holds, each id once: new ones,
 *   and others for ids that are there
 * @removed: (element-type utf8) (nullable): ids; unknown ones are ignored. Removed before @changed is put in
 *
 * Says what changed by one GListModel::items-changed per run of neighbours, or, when there are many runs, by one for all
 * of them and what stands between: a list that sorts or filters pays for each. An entry that looks as the one it takes the
 * place of changes nothing that is seen, and the row object stays. Not to be called from a handler of the signal.
 */
void
pz_index_apply (PzIndex   *self,
                GPtrArray *changed,
                GPtrArray *removed)
{
  g_autoptr(GArray) replacements = g_array_new (FALSE, FALSE, sizeof (Replacement));
  g_autoptr(GPtrArray) added = g_ptr_array_new ();
  guint n_shown;

  g_return_if_fail (PZ_IS_INDEX (self));

  n_shown = self->n_shown;
  if (removed != NULL)
    remove_entries (self, removed);
  for (guint i = 0; changed != NULL && i < changed->len; i++)
    {
      Replacement replacement = { 0, g_ptr_array_index (changed, i) };

      if (!pz_index_find (self, pz_index_entry_get_text (replacement.entry, PZ_INDEX_ID), &replacement.position))
        g_ptr_array_add (added, replacement.entry);
      else if (pz_index_entry_looks_as (get_entry (self, replacement.position), replacement.entry))
        replace_silently (self, replacement.position, replacement.entry);
      else
        g_array_append_val (replacements, replacement);
    }
  replace_entries (self, replacements);
  append_entries (self, added);
  if (self->n_shown != n_shown)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SHOWN]);
}

/**
 * pz_index_dup_entries:
 *
 * Returns: (transfer full) (element-type PzIndexEntry): what the index knows now, for another thread
 */
GPtrArray *
pz_index_dup_entries (PzIndex *self)
{
  GPtrArray *entries;

  g_return_val_if_fail (PZ_IS_INDEX (self), NULL);

  entries = g_ptr_array_new_full (self->entries->len, (GDestroyNotify) pz_index_entry_unref);
  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (entries, pz_index_entry_ref (get_entry (self, i)));
  return entries;
}

/**
 * pz_index_count_pending:
 *
 * Returns: how many writes of all learners wait to be sent
 */
guint64
pz_index_count_pending (PzIndex *self)
{
  g_return_val_if_fail (PZ_IS_INDEX (self), 0);

  return self->n_pending;
}

/**
 * pz_index_count_shown:
 *
 * Returns: how many learners are neither in the trash nor archived
 */
guint
pz_index_count_shown (PzIndex *self)
{
  g_return_val_if_fail (PZ_IS_INDEX (self), 0);

  return self->n_shown;
}

/**
 * pz_index_count_checked_in:
 *
 * Returns: how many of the learners shown have at least one check-in
 */
guint
pz_index_count_checked_in (PzIndex *self)
{
  g_return_val_if_fail (PZ_IS_INDEX (self), 0);

  return self->n_checked_in;
}

/**
 * pz_index_find:
 * @self: an index
 * @id: of a learner
 * @position: (out) (optional): where it stands, until the next change
 *
 * Returns: whether there is one
 */
gboolean
pz_index_find (PzIndex    *self,
               const char *id,
               guint      *position)
{
  PzIndexEntry *entry;

  g_return_val_if_fail (PZ_IS_INDEX (self) && id != NULL, FALSE);

  entry = g_hash_table_lookup (self->by_id, id);
  if (entry != NULL && position != NULL)
    *position = find_position (self, entry);
  return entry != NULL;
}

/**
 * pz_index_peek_entry:
 * @self: an index
 * @id: of a learner
 *
 * Returns: (transfer none) (nullable): what is known now
 */
PzIndexEntry *
pz_index_peek_entry (PzIndex    *self,
                     const char *id)
{
  g_return_val_if_fail (PZ_IS_INDEX (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * pz_index_peek_entry_at:
 * @self: an index
 * @position: of a learner
 *
 * Returns: (transfer none) (nullable): what is known now; %NULL behind the end
 */
PzIndexEntry *
pz_index_peek_entry_at (PzIndex *self,
                        guint    position)
{
  g_return_val_if_fail (PZ_IS_INDEX (self), NULL);

  return position < self->entries->len ? get_entry (self, position) : NULL;
}
