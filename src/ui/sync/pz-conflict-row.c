/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-row.h"

#include "pz-columns-layout.h"
#include "pz-conflict-card.h"
#include "pz-conflict-merge.h"
#include "pz-conflict-words.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CARD_WIDTH 250 /* px, least width of a card while another one stands beside it */
#define MERGED_HEIGHT 180 /* px, at least, and twice as much at most */
/* In front of each line that is a mark and no text. */
#define MARK "———"

struct _PzConflictRow
{
  GtkBox parent_instance;

  PzClassroom *classroom;
  GPtrArray *conflicts; /* holds the one that is shown */
  const PzConflict *conflict;
  GCancellable *cancellable;
  char *marks[3];
  char *kept;           /* the merged text as it was asked for last */

  GtkWidget *cards;        /* one for each value */
  GtkWidget *first;        /* of them */
  GtkWidget *merge_button; /* NULL: nothing can be put together */
  GtkWidget *merged_card;  /* NULL until it was */
  GtkWidget *merged_text;
};

G_DEFINE_FINAL_TYPE (PzConflictRow, pz_conflict_row, GTK_TYPE_BOX)

/* ---- texts that are put together ---- */

static void
text_changed_cb (PzConflictRow *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->merged_card), TRUE);
}

static GtkWidget *
make_text (PzConflictRow *self,
           const char    *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer;

  self->merged_text = gtk_text_view_new ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->merged_text));
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->merged_text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->merged_text), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->merged_text), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->merged_text), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->merged_text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->merged_text), 9);
  gtk_widget_add_css_class (self->merged_text, "note-field");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->merged_text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("conflict", "Merged text"), -1);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MERGED_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 2 * MERGED_HEIGHT);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->merged_text);
  return scroller;
}

static char *
dup_merge_hint (const PzConflictMerge *merge)
{
  if (merge->n_conflicts == 0)
    return g_strdup (C_("conflict", "Look it through: nothing is written before you keep it."));
  /* Translators: %u is how many places of two texts */
  return g_strdup_printf (ngettext ("At %u place both say something else: it stands between lines with “———”. Take those lines out.",
                                    "At %u places both say something else: they stand between lines with “———”. Take those lines out.",
                                    merge->n_conflicts), merge->n_conflicts);
}

static void
show_merged (PzConflictRow         *self,
             const PzConflictMerge *merge)
{
  g_autofree char *hint = dup_merge_hint (merge);

  self->merged_card = pz_conflict_card_new (GTK_CHECK_BUTTON (self->first), C_("conflict", "Merged text"), hint, NULL);
  gtk_widget_set_margin_top (self->merged_card, 12);
  gtk_widget_set_margin_bottom (self->merged_card, 6);
  gtk_box_append (GTK_BOX (self), self->merged_card);
  gtk_box_append (GTK_BOX (self), make_text (self, merge->text));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->merged_card), TRUE);
  gtk_widget_grab_focus (self->merged_text);
  gtk_widget_set_visible (self->merge_button, FALSE);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PzConflictRow *self = user_data; /* gone when it was cancelled */
  g_autoptr(GError) error = NULL;
  g_autoptr(PzConflictMerge) merge = pz_conflict_merge_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  gtk_widget_set_sensitive (self->merge_button, TRUE);
  if (merge != NULL)
    show_merged (self, merge);
  else
    gtk_widget_set_tooltip_text (self->merge_button, error->message);
}

/* a mark that was left where it is */
static gboolean
has_marks (PzConflictRow *self,
           const char    *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (self->marks); i++)
    if (g_strv_contains ((const char *const *) lines, self->marks[i]))
      return TRUE;
  return FALSE;
}

/* ---- what is shown ---- */

static char *
dup_when (PzConflictRow         *self,
          const PzConflictValue *value,
          gboolean               shown)
{
  gint64 now = pz_environment_get_now (pz_classroom_get_environment (self->classroom));
  g_autofree char *when = pz_conflict_words_when (value->time, now);

  if (!shown)
    return g_steal_pointer (&when);
  /* Translators: when a value was written that the field shows at the moment */
  return g_strdup_printf (C_("conflict", "%s · shown now"), when);
}

static void
add_card (PzConflictRow       *self,
          guint                i,
          const PzDeviceNames *names)
{
  const PzConflictValue *value = pz_conflict_get_value (self->conflict, i);
  g_autofree char *words = pz_conflict_dup_words (self->conflict, i);
  g_autofree char *who = pz_device_names_dup_words (names, value->device, value->here);
  g_autofree char *when = dup_when (self, value, i == 0);
  GtkWidget *card = pz_conflict_card_new (GTK_CHECK_BUTTON (self->first), words, who, when);

  if (self->first == NULL)
    self->first = card;
  gtk_box_append (GTK_BOX (self->cards), card);
  if (i < 2)
    self->marks[i] = g_strdup_printf (MARK " %s", who);
}

static void
add_title (PzConflictRow       *self,
           const PzDeviceNames *names)
{
  g_autofree char *place = pz_conflict_words_place (self->conflict);
  g_autofree char *hint = pz_conflict_words_hint (self->conflict, names);

  gtk_box_append (GTK_BOX (self), pz_wrapping_label_new (pz_conflict_get_label (self->conflict), "heading"));
  if (*place != '\0')
    gtk_box_append (GTK_BOX (self), pz_wrapping_label_new (place, "pz-dim"));
  if (hint != NULL)
    gtk_box_append (GTK_BOX (self), pz_wrapping_label_new (hint, "pz-dim"));
}

static void
add_cards (PzConflictRow       *self,
           const PzDeviceNames *names)
{
  g_autofree char *place = pz_conflict_words_place (self->conflict);
  /* Translators: the name of a field, whose it is */
  g_autofree char *name = g_strdup_printf (C_("conflict", "%1$s, %2$s"), pz_conflict_get_label (self->conflict), place);

  self->cards = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  gtk_widget_set_layout_manager (self->cards, pz_columns_layout_new (12, CARD_WIDTH, 2));
  gtk_widget_set_margin_top (self->cards, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < self->conflict->values->len; i++)
    add_card (self, i, names);
  self->marks[2] = g_strdup (MARK);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->first), TRUE);
  gtk_box_append (GTK_BOX (self), self->cards);
}

static void
add_merge_button (PzConflictRow *self)
{
  self->merge_button = gtk_button_new_with_mnemonic (C_("conflict", "_Merge Texts"));
  gtk_widget_set_halign (self->merge_button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->merge_button, 6);
  gtk_widget_set_visible (self->merge_button, pz_conflict_can_merge (self->conflict));
  g_signal_connect_object (self->merge_button, "clicked", G_CALLBACK (pz_conflict_row_merge), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->merge_button);
}

static void
pz_conflict_row_dispose (GObject *object)
{
  PzConflictRow *self = PZ_CONFLICT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_conflict_row_parent_class)->dispose (object);
}

static void
pz_conflict_row_finalize (GObject *object)
{
  PzConflictRow *self = PZ_CONFLICT_ROW (object);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self->kept);
  for (gsize i = 0; i < G_N_ELEMENTS (self->marks); i++)
    g_free (self->marks[i]);
  G_OBJECT_CLASS (pz_conflict_row_parent_class)->finalize (object);
}

static void
pz_conflict_row_class_init (PzConflictRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_conflict_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_conflict_row_finalize;
}

static void
pz_conflict_row_init (PzConflictRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * pz_conflict_row_new:
 * @classroom: the class
 * @conflicts: (element-type PzConflict): decisions; held by the row
 * @i: which of them it shows
 * @names: what devices are called
 *
 * Returns: (transfer floating): the row; what is shown now is chosen
 */
GtkWidget *
pz_conflict_row_new (PzClassroom         *classroom,
                     GPtrArray           *conflicts,
                     guint                i,
                     const PzDeviceNames *names)
{
  PzConflictRow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && i < conflicts->len && names != NULL, NULL);

  self = g_object_new (PZ_TYPE_CONFLICT_ROW, NULL);
  self->classroom = g_object_ref (classroom);
  self->conflicts = g_ptr_array_ref (conflicts);
  self->conflict = g_ptr_array_index (conflicts, i);
  add_title (self, names);
  add_cards (self, names);
  add_merge_button (self);
  return GTK_WIDGET (self);
}

/**
 * pz_conflict_row_get_choice:
 * @self: the row
 * @choice: (out): what is chosen; its text lives until it is asked for again
 * @error: the merged text still has marks in it
 *
 * Returns: whether it can be kept as it is
 */
gboolean
pz_conflict_row_get_choice (PzConflictRow     *self,
                            PzConflictChoice  *choice,
                            GError           **error)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  guint i = 0;

  g_return_val_if_fail (PZ_IS_CONFLICT_ROW (self) && choice != NULL, FALSE);

  *choice = (PzConflictChoice) { self->conflict, 0, NULL };
  for (GtkWidget *card = self->first; card != NULL; card = gtk_widget_get_next_sibling (card), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (card)))
      choice->value = i;
  if (self->merged_card == NULL || !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->merged_card)))
    return TRUE;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->merged_text));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (self->kept);
  choice->text = self->kept = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (!has_marks (self, choice->text))
    return TRUE;
  g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID,
               /* Translators: %s is the name of a field */
               _("“%s” still has lines with “———” where both texts differ. Take those lines out first."),
               pz_conflict_get_label (self->conflict));
  return FALSE;
}

/**
 * pz_conflict_row_choose:
 * @self: the row
 * @value: which of the values
 *
 * Chooses it, as a click on its card does.
 */
void
pz_conflict_row_choose (PzConflictRow *self,
                        guint          value)
{
  GtkWidget *card;

  g_return_if_fail (PZ_IS_CONFLICT_ROW (self) && value < self->conflict->values->len);

  card = self->first;
  for (guint i = 0; i < value; i++)
    card = gtk_widget_get_next_sibling (card);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (card), TRUE);
}

/**
 * pz_conflict_row_merge:
 * @self: the row
 *
 * Puts both texts together, below the cards, to be looked through and changed; nothing happens when there are none.
 */
void
pz_conflict_row_merge (PzConflictRow *self)
{
  const PzTextMergeMarks marks = { self->marks[0], self->marks[1], self->marks[2] };

  g_return_if_fail (PZ_IS_CONFLICT_ROW (self));

  if (!pz_conflict_can_merge (self->conflict) || self->cancellable != NULL || self->merged_card != NULL)
    return;
  gtk_widget_set_sensitive (self->merge_button, FALSE);
  self->cancellable = g_cancellable_new ();
  pz_conflict_merge_async (self->classroom, self->conflict, &marks, self->cancellable, merged_cb, self);
}

/**
 * pz_conflict_row_is_merged:
 * @self: the row
 *
 * Returns: whether the texts stand there put together
 */
gboolean
pz_conflict_row_is_merged (PzConflictRow *self)
{
  g_return_val_if_fail (PZ_IS_CONFLICT_ROW (self), FALSE);
  return self->merged_card != NULL;
}

/**
 * pz_conflict_row_focus:
 * @self: the row
 *
 * Puts the keyboard focus on what is chosen, so that it comes into sight.
 */
void
pz_conflict_row_focus (PzConflictRow *self)
{
  g_return_if_fail (PZ_IS_CONFLICT_ROW (self));

  for (GtkWidget *card = self->first; card != NULL; card = gtk_widget_get_next_sibling (card))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (card)))
      gtk_widget_grab_focus (card);
}
