/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-watch-card.h"

#include "pz-class-rules.h"
#include "pz-classroom-traits.h"
#include "pz-classroom-watch.h"
#include "pz-compat.h"
#include "pz-group-role-history.h"
#include "pz-i18n.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 30 /* a line wants no more room: the card stands beside others */

/* How kinds of warnings are called in the file of a class. */
#define LOWEST "lowest-group"
#define TRACKING "tracking"
#define GATHERED "gathered"
#define NO_SHARED_GOAL "no-shared-goal"
#define ROLE_NEVER "role-never"

struct _PzWatchCard
{
  GtkBox parent_instance;

  PzPartnersFacts *facts;
  PzClassroomTraits *traits; /* what learners have in common */
  guint idle; /* a change waits to be shown; 0: none */
  GtkWidget *title;
  GtkWidget *list;
  GtkWidget *again_button;
};

G_DEFINE_FINAL_TYPE (PzWatchCard, pz_watch_card, GTK_TYPE_BOX)

static PzClassroom *
get_classroom (PzWatchCard *self)
{
  return pz_activity_list_get_classroom (pz_partners_facts_get_list (self->facts));
}

/* ---- hiding ---- */

static void
hide_cb (PzWatchCard *self,
         GtkWidget   *button)
{
  pz_classroom_set_wants_warning (get_classroom (self), g_object_get_data (G_OBJECT (button), "pz-kind"), FALSE);
  pz_classroom_queue_save (get_classroom (self), C_("undo", "Warning hidden"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s", _("Not shown in this class any more"));
}

static void
again_cb (PzWatchCard *self)
{
  pz_classroom_want_all_warnings (get_classroom (self));
  pz_classroom_queue_save (get_classroom (self), C_("undo", "Warnings shown again"));
}

/* ---- rows ---- */

/* sentence: (transfer full) */
static void
add_row (PzWatchCard *self,
         const char  *kind,
         char        *sentence)
{
  g_autofree char *text = pz_i18n_take_line (sentence);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, C_("watch", "Do Not Show This in This Class"));
  pz_widget_set_spoken_name (button, C_("watch", "Do Not Show This in This Class"));
  gtk_widget_set_sensitive (button, !pz_classroom_is_read_only (get_classroom (self)));
  g_object_set_data (G_OBJECT (button), "pz-kind", (gpointer) kind);
  g_signal_connect_object (button, "clicked", G_CALLBACK (hide_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "pz-watch-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static char *
dup_names (PzWatchCard *self,
           GArray      *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      g_autofree char *name = pz_i18n_dup_part (pz_partners_facts_get_name (self->facts, place));

      /* Translators: between two learners of a list */
      g_string_append_printf (text, "%s%s", i > 0 ? C_("watch", ", ") : "", name);
    }
  return g_string_free (text, FALSE);
}

static void
add_lowest (PzWatchCard        *self,
            const PzGroupWatch *watch)
{
  for (guint i = 0; i < watch->lowest->len; i++)
    {
      const PzGroupLowest *lowest = &g_array_index (watch->lowest, PzGroupLowest, i);
      g_autofree char *name = pz_i18n_dup_part (pz_partners_facts_get_name (self->facts, lowest->learner));

      add_row (self, LOWEST, pz_group_lowest_dup_text (lowest, name));
    }
}

static void
add_tracking (PzWatchCard        *self,
              const PzGroupWatch *watch)
{
  const PzGroupMix *last;
  g_autofree char *text = NULL;

  if (!watch->tracking)
    return;
  last = &g_array_index (watch->mixes, PzGroupMix, watch->mixes->len - 1);
  /* Translators: a share of the differences in level between groups, and what chance would give, both in percent */
  text = g_strdup_printf (C_("watch", "Most of the differences in level lay between the last five groupings’ groups: %1$.0f %% in the last, by chance %2$.0f %%. Groups that mix levels let learners hear each other."),
                          100 * last->between, 100 * last->chance);
  add_row (self, TRACKING, g_steal_pointer (&text));
}

/* a value of a field that is in use, and that groups should not gather by accident */
static gboolean
is_watched (PzWatchCard   *self,
            const PzTrait *trait)
{
  PzRecord *classroom = pz_document_get_owner (pz_classroom_get_document (get_classroom (self)));
  const guint field = trait->field == PZ_FILTER_LANGUAGE  ? (guint) PZ_LEARNER_HOME_LANGUAGES
                      : trait->field == PZ_FILTER_SUPPORT ? (guint) PZ_LEARNER_SUPPORTS
                                                          : (guint) PZ_LEARNER_LENS_VALUES;

  return (trait->field == PZ_FILTER_LANGUAGE || trait->field == PZ_FILTER_SUPPORT || trait->field == PZ_FILTER_LENS)
         && pz_class_field_is_on (classroom, &pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field]);
}

/* Returns: (transfer full) (array): by learner, whether they have the trait; n: how many do */
static gboolean *
find_those_with (PzWatchCard *self,
                 guint        trait,
                 guint       *n)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  PzIndex *index = pz_classroom_get_index (get_classroom (self));
  gboolean *has = g_new0 (gboolean, partners->n + 1);

  *n = 0;
  for (guint i = 0; i < partners->n; i++)
    {
      guint position;
      const PzTraitRow *row = pz_index_find (index, partners->learners[i], &position)
                                  ? pz_classroom_traits_peek (self->traits, position) : NULL;

      for (guint k = 0; row != NULL && k < row->n_traits && !has[i]; k++)
        has[i] = row->traits[k] == trait;
      *n += has[i];
    }
  return has;
}

/* what most of the class have in common cannot be spread; on a screen that others see nothing is said of it */
static void
add_gathered (PzWatchCard        *self,
              const PzGroupWatch *watch)
{
  PzTraitTable *table = pz_classroom_traits_get_table (self->traits);
  guint n_values = table != NULL ? pz_trait_table_get_length (table) : 0; /* nothing before it was read */

  for (guint trait = 0; trait < n_values && !pz_privacy_is_hidden (); trait++)
    {
      const PzTrait *value = pz_trait_table_get (table, trait);
      g_autofree gboolean *has = NULL;
      g_autofree char *name = NULL;
      PzGroupGathered gathered;
      guint n;

      if (!is_watched (self, value))
        continue;
      has = find_those_with (self, trait, &n);
      if (n < 2 || 2 * n > watch->n || !pz_group_watch_is_gathered (watch, has, n_values, &gathered))
        continue;
      name = pz_i18n_dup_part (value->text);
      /* Translators: %1$s is something learners have in common, such as a home language, %2$u how often, %3$u groupings */
      add_row (self, GATHERED, g_strdup_printf (ngettext ("%1$s: all in one group in %2$u of %3$u. Unless it is meant so, spreading them helps everybody.",
                                                          "%1$s: all in one group in %2$u of %3$u. Unless it is meant so, spreading them helps everybody.",
                                                          gathered.of), name, gathered.times, gathered.of));
    }
}

static void
add_without_goal (PzWatchCard *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  g_autoptr(GArray) without = pz_classroom_list_without_shared_goal (get_classroom (self),
                                                                     (const char * const *) partners->learners);
  g_autofree char *names = dup_names (self, without);
  g_autofree char *text = NULL;

  if (without->len == 0)
    return;
  /* Translators: %1$u is how many learners, %2$s are their names */
  text = g_strdup_printf (ngettext ("%1$u learner has no goal together with others: %2$s. A goal of the class can take them in.",
                                    "%1$u learners have no goal together with others: %2$s. A goal of the class can take them in.",
                                    without->len), without->len, names);
  add_row (self, NO_SHARED_GOAL, g_steal_pointer (&text));
}

/* a role that could have gone round once */
static void
add_roles (PzWatchCard *self)
{
  const PzPartners *partners = pz_partners_facts_get_partners (self->facts);
  g_autoptr(PzGroupRoleHistory) history = NULL;

  history = pz_group_role_history_new (pz_activity_list_get_activities (pz_partners_facts_get_list (self->facts)),
                                       (const char * const *) partners->learners, NULL);
  for (guint role = 0; role < history->n_roles; role++)
    {
      g_autoptr(GArray) never = pz_group_role_history_list_never (history, role);
      g_autofree char *names = dup_names (self, never);
      g_autofree char *text = NULL;
      guint total = 0;

      for (guint i = 0; i < history->n; i++)
        total += pz_group_role_history_get_times (history, i, role);
      if (total < history->n || never->len == 0)
        continue;
      /* Translators: %1$s is a role, %2$u how often learners had it, %3$s the names of those who never had */
      text = g_strdup_printf (ngettext ("%1$s: given %2$u time, never to %3$s. Sharing out roles gives it to them next.",
                                        "%1$s: given %2$u times, never to %3$s. Sharing out roles gives it to them next.",
                                        total), history->roles[role], total, names);
      add_row (self, ROLE_NEVER, g_steal_pointer (&text));
    }
}

static void
update (PzWatchCard *self)
{
  PzClassroom *classroom = get_classroom (self);
  g_autoptr(PzGroupWatch) watch = pz_partners_facts_make_watch (self->facts);
  guint n_hidden = pz_classroom_count_unwanted_warnings (classroom);
  g_autofree char *again = NULL;
  gboolean any;

  while (gtk_widget_get_first_child (self->list) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), gtk_widget_get_first_child (self->list));
  if (pz_classroom_wants_warning (classroom, LOWEST))
    add_lowest (self, watch);
  if (pz_classroom_wants_warning (classroom, TRACKING))
    add_tracking (self, watch);
  if (pz_classroom_wants_warning (classroom, GATHERED))
    add_gathered (self, watch);
  if (pz_classroom_wants_warning (classroom, NO_SHARED_GOAL))
    add_without_goal (self);
  if (pz_classroom_wants_warning (classroom, ROLE_NEVER))
    add_roles (self);
  any = gtk_widget_get_first_child (self->list) != NULL;
  /* Translators: %u is a number of kinds of warnings */
  again = g_strdup_printf (ngettext ("Show %u Hidden Hint Again", "Show %u Hidden Hints Again", n_hidden), n_hidden);
  gtk_button_set_label (GTK_BUTTON (self->again_button), again);
  gtk_widget_set_visible (self->again_button, n_hidden > 0);
  gtk_widget_set_sensitive (self->again_button, !pz_classroom_is_read_only (classroom));
  gtk_widget_set_visible (self->title, any);
  gtk_widget_set_visible (self->list, any);
  gtk_widget_set_visible (GTK_WIDGET (self), any || n_hidden > 0);
}

static gboolean
idle_cb (gpointer user_data)
{
  PzWatchCard *self = PZ_WATCH_CARD (user_data);

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* a step changes many fields: all of them are looked at once */
static void
queue_update (PzWatchCard *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
pz_watch_card_dispose (GObject *object)
{
  PzWatchCard *self = PZ_WATCH_CARD (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->traits);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (pz_watch_card_parent_class)->dispose (object);
}

static void
pz_watch_card_class_init (PzWatchCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_watch_card_dispose;
}

static void
pz_watch_card_init (PzWatchCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->title = gtk_label_new (C_("watch", "Worth a look"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  pz_widget_set_spoken_name (self->list, C_("watch", "Worth a look"));
  self->again_button = gtk_button_new ();
  gtk_widget_set_halign (self->again_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->again_button, "flat");
  g_signal_connect_object (self->again_button, "clicked", G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->again_button);
}

/**
 * pz_watch_card_new:
 * @facts: the learners and the calendar
 *
 * Returns: (transfer floating): the card; it follows the facts and the class
 */
GtkWidget *
pz_watch_card_new (PzPartnersFacts *facts)
{
  PzWatchCard *self;
  PzDocument *document;

  g_return_val_if_fail (PZ_IS_PARTNERS_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_WATCH_CARD, NULL);
  self->facts = g_object_ref (facts);
  self->traits = pz_classroom_traits_new (get_classroom (self));
  document = pz_classroom_get_document (get_classroom (self));
  g_signal_connect_object (self->traits, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (facts, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_classroom (self), "notify::read-only", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
  pz_classroom_traits_load (self->traits);
  return GTK_WIDGET (self);
}
