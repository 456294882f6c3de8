/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-balance-card.h"

#include "pz-activity-words.h"
#include "pz-balance-bar.h"
#include "pz-classroom-attention.h"
#include "pz-compat.h"
#include "pz-flow-layout.h"
#include "pz-menu-choice.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

/* Weeks shown: these before the one of today, that one, and these behind it. */
#define WEEKS_BACK 7
#define WEEKS_AHEAD 2
#define N_WEEKS (WEEKS_BACK + 1 + WEEKS_AHEAD)

struct _PzBalanceCard
{
  GtkBox parent_instance;

  PzPartnersFacts *facts;
  GPtrArray *contacts; /* of PzAttentionSource; NULL until they were read */
  GCancellable *cancellable;
  PzBalance *balance;  /* NULL until then */
  GtkWidget *learner;  /* choice; nobody: the average */
  GtkWidget *table_button;
  GtkWidget *list;     /* a row for each week */
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (PzBalanceCard, pz_balance_card, GTK_TYPE_BOX)

static const char *
get_kind_words (PzBalanceKind kind)
{
  switch (kind)
    {
    case PZ_BALANCE_ALONE:
      return C_("balance", "Alone");
    case PZ_BALANCE_TOGETHER:
      return C_("balance", "Pairs and groups");
    case PZ_BALANCE_WHOLE_CLASS:
      return C_("balance", "Whole class");
    case PZ_BALANCE_ONE_TO_ONE:
    case PZ_N_BALANCE_KINDS:
    default:
      return C_("balance", "One-to-one");
    }
}

/* "Alone 40 min, Whole class 30 min"; NULL: nothing */
static char *
dup_minutes (const double *minutes)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < PZ_N_BALANCE_KINDS; kind++)
    if (minutes[kind] >= 0.5)
      /* Translators: how learning is, and for how many minutes */
      g_ptr_array_add (parts, g_strdup_printf (C_("balance", "%1$s %2$.0f min"), get_kind_words (kind), minutes[kind]));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_("balance", ", "), (char **) parts->pdata);
}

static double
get_total (const PzBalanceCell *cell)
{
  double total = 0;

  for (guint kind = 0; kind < PZ_N_BALANCE_KINDS; kind++)
    total += cell->observed[kind] + cell->planned[kind];
  return total;
}

/* what is chosen in a week: a learner, or the average */
static void
get_cell (PzBalanceCard *self,
          guint          week,
          PzBalanceCell *cell)
{
  const char *id = pz_menu_choice_get_id (PZ_MENU_CHOICE (self->learner));
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);

  for (guint i = 0; id != NULL && i < partners->n && i < self->balance->n_learners; i++)
    if (g_str_equal (partners->learners[i], id))
      {
        *cell = *pz_balance_peek (self->balance, i, week);
        return;
      }
  pz_balance_get_mean (self->balance, week, cell);
}

/* ---- rows ---- */

/* "Observed: Alone 40 min. Planned: Whole class 30 min" */
static char *
dup_words (const PzBalanceCell *cell)
{
  g_autofree char *observed = dup_minutes (cell->observed);
  g_autofree char *planned = dup_minutes (cell->planned);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (observed == NULL && planned == NULL)
    return g_strdup (C_("balance", "Nothing"));
  /* Translators: %s is a list of minutes: Alone 40 min, Whole class 30 min */
  first = observed != NULL ? g_strdup_printf (C_("balance", "Observed: %s"), observed) : NULL;
  /* Translators: %s is a list of minutes: Alone 40 min, Whole class 30 min */
  second = planned != NULL ? g_strdup_printf (C_("balance", "Planned: %s"), planned) : NULL;
  if (first == NULL)
    return g_steal_pointer (&second);
  return second == NULL ? g_steal_pointer (&first) : g_strdup_printf ("%s. %s", first, second);
}

static GtkWidget *
make_row (PzBalanceCard *self,
          guint          week,
          double         most)
{
  guint32 monday = self->balance->first + 7 * week;
  guint32 today = pz_activity_list_get_today (pz_partners_facts_get_list (self->facts));
  g_autofree char *date = pz_activity_words_dup_date (monday, today);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  PzBalanceCell cell;

  get_cell (self, week, &cell);
  words = dup_words (&cell);
  /* Translators: %s is a day, the Monday of the week: Monday, 23 November */
  title = g_strdup_printf (C_("balance", "Week from %s"), date);
  label = g_strdup_printf ("%s. %s", title, words);
  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (title, monday == pz_balance_get_monday (today) ? "pz-strong" : NULL));
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button)))
    gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (words, "pz-count"));
  else
    gtk_box_append (GTK_BOX (box), pz_balance_bar_new (&cell, most));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_tooltip_text (row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
show_note (PzBalanceCard *self)
{
  guint n = self->balance->n_unknown;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u activity of these weeks is not counted: it has no minutes or no setting.",
                                      "%u activities of these weeks are not counted: they have no minutes or no setting.",
                                      n), n);
  gtk_label_set_label (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
}

static void
show_rows (PzBalanceCard *self)
{
  double most = 0;

  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  if (self->balance == NULL)
    return;
  for (guint week = 0; week < self->balance->n_weeks; week++)
    {
      PzBalanceCell cell;

      get_cell (self, week, &cell);
      most = MAX (most, get_total (&cell));
    }
  for (guint week = 0; week < self->balance->n_weeks; week++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, week, most));
  show_note (self);
}

/* ---- facts ---- */

static void
update (PzBalanceCard *self)
{
  PzActivityList *list = pz_partners_facts_get_list (self->facts);
  PzRecord *owner = pz_document_get_owner (pz_classroom_get_document (pz_activity_list_get_classroom (list)));
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  g_autoptr(PzSchoolDays) days = pz_school_days_new (owner);
  guint32 first = pz_balance_get_monday (pz_activity_list_get_today (list)) - 7 * WEEKS_BACK;
  PzDaySpan span = { first, first + 7 * N_WEEKS - 1 };
  g_autoptr(GPtrArray) occurrences = NULL;

  pz_menu_choice_set_choices (PZ_MENU_CHOICE (self->learner), (const char * const *) partners->learners,
                              pz_partners_facts_get_names (self->facts));
  if (self->contacts == NULL)
    return;
  occurrences = pz_regular_week_expand (pz_activity_list_get_activities (list), days, &span);
  g_clear_pointer (&self->balance, pz_balance_free);
  self->balance = pz_balance_new (&(PzBalanceInput) { occurrences, self->contacts,
                                                      (const char * const *) partners->learners, first, N_WEEKS });
  show_rows (self);
}

static void
contacts_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GWeakRef *card = user_data;
  g_autoptr(PzBalanceCard) self = g_weak_ref_get (card);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contacts = pz_classroom_collect_attention_finish (PZ_CLASSROOM (source), result, &error);

  g_weak_ref_clear (card);
  g_free (card);
  if (self == NULL || self->facts == NULL || contacts == NULL)
    return; /* that learners cannot be read is said by their list */
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts = g_steal_pointer (&contacts);
  update (self);
}

static void
read_contacts (PzBalanceCard *self)
{
  GWeakRef *card = g_new0 (GWeakRef, 1);

  g_weak_ref_init (card, self);
  pz_classroom_collect_attention_async (pz_activity_list_get_classroom (pz_partners_facts_get_list (self->facts)),
                                        self->cancellable, contacts_read_cb, card);
}

static void
pz_balance_card_dispose (GObject *object)
{
  PzBalanceCard *self = PZ_BALANCE_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (pz_balance_card_parent_class)->dispose (object);
}

static void
pz_balance_card_finalize (GObject *object)
{
  PzBalanceCard *self = PZ_BALANCE_CARD (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->balance, pz_balance_free);
  G_OBJECT_CLASS (pz_balance_card_parent_class)->finalize (object);
}

static void
pz_balance_card_class_init (PzBalanceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_balance_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_balance_card_finalize;
}

static void
add_head (PzBalanceCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *title = pz_wrapping_label_new (C_("balance", "Alone and together"),
                                                                                   "pz-tile-title");

  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_layout_manager (head, pz_flow_layout_new (9));
  self->learner = pz_menu_choice_new (C_("balance", "Learner"), C_("balance", "Average"));
  self->table_button = gtk_toggle_button_new_with_mnemonic (C_("balance", "_Table"));
  g_signal_connect_object (self->learner, "chosen", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->learner);
  gtk_box_append (GTK_BOX (head), self->table_button);
  gtk_box_append (GTK_BOX (self), head);
}

static void
add_legend (PzBalanceCard *self)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (legend, pz_flow_layout_new (12));
  for (guint kind = 0; kind < PZ_N_BALANCE_KINDS; kind++)
    {
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *mark = gtk_label_new ("■");

      gtk_widget_add_css_class (mark, pz_balance_bar_get_class (kind));
      gtk_box_append (GTK_BOX (entry), mark);
      gtk_box_append (GTK_BOX (entry), pz_wrapping_label_new (get_kind_words (kind), "caption"));
      gtk_box_append (GTK_BOX (legend), entry);
    }
  gtk_box_append (GTK_BOX (legend), pz_wrapping_label_new (C_("balance", "Pale: planned, not yet held"), "caption"));
  gtk_box_append (GTK_BOX (self), legend);
}

static void
pz_balance_card_init (PzBalanceCard *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-goal-card");
  add_head (self);
  add_legend (self);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "pz-plain-list");
  pz_widget_set_spoken_name (self->list, C_("balance", "Alone and together"));
  gtk_box_append (GTK_BOX (self), self->list);
  self->note = pz_wrapping_label_new (NULL, "caption");
  gtk_widget_add_css_class (self->note, "pz-dim");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (self), self->note);
}

/**
 * pz_balance_card_new:
 * @facts: the learners and the calendar
 *
 * Returns: (transfer floating): the card; it follows the facts
 */
GtkWidget *
pz_balance_card_new (PzPartnersFacts *facts)
{
  PzBalanceCard *self;
  PzClassroom *classroom;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_BALANCE_CARD, NULL);
  self->facts = g_object_ref (facts);
  classroom = pz_activity_list_get_classroom (pz_partners_facts_get_list (facts));
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "learners-written", G_CALLBACK (read_contacts), self, G_CONNECT_SWAPPED);
  update (self);
  read_contacts (self);
  return GTK_WIDGET (self);
}

/**
 * pz_balance_card_is_read:
 * @self: the card
 *
 * Returns: whether check-ins were read, so that the weeks are shown
 */
gboolean
pz_balance_card_is_read (PzBalanceCard *self)
{
  g_return_val_if_fail (PZ_IS_BALANCE_CARD (self), FALSE);
  return self->balance != NULL;
}
