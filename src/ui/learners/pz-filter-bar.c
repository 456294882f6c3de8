/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-filter-bar.h"

#include "pz-filter-chip.h"
#include "pz-filter-words.h"
#include "pz-flow-layout.h"
#include "pz-saved-filters-box.h"

#include <glib/gi18n-lib.h>

#define SPACING 6

/* What has a chip of its own even when nothing is set; everything else is under More. */
static const PzFilterField often[] = { PZ_FILTER_LEVEL, PZ_FILTER_NEED, PZ_FILTER_INTEREST };
#define OFTEN (1u << PZ_FILTER_LEVEL | 1u << PZ_FILTER_NEED | 1u << PZ_FILTER_INTEREST)
#define UNDER_MORE (~(OFTEN | 1u << PZ_FILTER_ATTENTION))
/* What is a button when it is set, and has no menu. */
#define BUTTONS (1u << PZ_FILTER_ATTENTION | 1u << PZ_FILTER_SEEN)

struct _PzFilterBar
{
  GtkWidget parent_instance;

  PzFilterModel *model;
  gboolean narrow;
  gboolean updating;
  guint n_attention;

  GtkWidget *filters; /* toggle button: only in a narrow window */
  GtkWidget *all;     /* toggle button */
  GtkWidget *attention; /* toggle button: only when somebody needs it */
  GtkWidget *seen;    /* toggle button: only when it is set, under More */
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (PzFilterBar, pz_filter_bar, GTK_TYPE_WIDGET)

static void
name_button (GtkWidget  *button,
             const char *label,
             const char *name)
{
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_all (PzFilterBar *self)
{
  guint n = pz_index_count_shown (pz_classroom_get_index (pz_filter_model_get_classroom (self->model)));
  /* Translators: %u is the number of learners of the class */
  g_autofree char *label = g_strdup_printf (C_("filter", "All %u"), n);
  /* Translators: %u is the number of learners of the class */
  g_autofree char *name = g_strdup_printf (ngettext ("All: %u learner", "All: %u learners", n), n);

  name_button (self->all, label, name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all),
                                pz_learner_filter_is_empty (pz_filter_model_peek (self->model)));
}

/* What goals wait for is added when they were judged. */
static void
update_attention (PzFilterBar *self)
{
  guint n = pz_filter_model_count (self->model, PZ_FILTER_ATTENTION, PZ_FILTER_YES);
  /* Translators: %u is the number of learners with whom something waits */
  g_autofree char *label = g_strdup_printf (C_("filter", "Needs attention %u"), n);
  /* Translators: %u is the number of learners with whom something waits */
  g_autofree char *name = g_strdup_printf (ngettext ("Needs attention: %u learner", "Needs attention: %u learners", n), n);

  name_button (self->attention, label, name);
  gtk_widget_set_tooltip_text (self->attention, _("Not seen for a while, a goal that is not on the way or needs data, "
                                                  "a damaged file, or different entries of two devices"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->attention),
                                pz_learner_filter_has (pz_filter_model_peek (self->model), PZ_FILTER_ATTENTION, NULL,
                                                       PZ_FILTER_YES));
  self->n_attention = n;
}

/* Counting is dear with thousands of learners: only for a button that is shown. */
static void
update_seen (PzFilterBar *self)
{
  PzDocument *document = pz_classroom_get_document (pz_filter_model_get_classroom (self->model));
  gboolean set = pz_learner_filter_has (pz_filter_model_peek (self->model), PZ_FILTER_SEEN, NULL, PZ_FILTER_OVERDUE);
  g_autofree char *rhythm = NULL, *label = NULL, *name = NULL;
  guint n;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->seen), set);
  if (!set)
    return;
  n = pz_filter_model_count (self->model, PZ_FILTER_SEEN, PZ_FILTER_OVERDUE);
  rhythm = pz_filter_words_dup_value (PZ_FILTER_SEEN, PZ_FILTER_OVERDUE, document);
  /* Translators: %u is the number of learners who were not seen within the rhythm of the class */
  label = g_strdup_printf (C_("filter", "Not seen %u"), n);
  /* Translators: %1$s is "Not seen for more than 10 school days", %2$u is a number of learners */
  name = g_strdup_printf (ngettext ("%1$s: %2$u learner", "%1$s: %2$u learners", n), rhythm, n);
  name_button (self->seen, label, name);
  gtk_widget_set_tooltip_text (self->seen, rhythm);
}

static PzFilterChip *
find_chip (PzFilterBar   *self,
           PzFilterField  field,
           const char    *lens)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (PZ_IS_FILTER_CHIP (child) && pz_filter_chip_is_for (PZ_FILTER_CHIP (child), field, lens))
      return PZ_FILTER_CHIP (child);
  return NULL;
}

static gboolean
is_often (GtkWidget *chip)
{
  for (gsize i = 0; i < G_N_ELEMENTS (often); i++)
    if (pz_filter_chip_is_for (PZ_FILTER_CHIP (chip), often[i], NULL))
      return TRUE;
  return FALSE;
}

/* A chip for each condition that was set under More; it goes when the condition does. */
static void
update_set_chips (PzFilterBar *self)
{
  const PzLearnerFilter *filter = pz_filter_model_peek (self->model);
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (!PZ_IS_FILTER_CHIP (child) || child == self->more || is_often (child)
          || pz_filter_chip_is_set (PZ_FILTER_CHIP (child)))
        continue;
      if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == child)
        gtk_widget_child_focus (self->all, GTK_DIR_TAB_FORWARD);
      gtk_widget_unparent (child);
    }
  for (guint i = 0; i < pz_learner_filter_get_n_groups (filter); i++)
    {
      const PzFilterGroup *group = pz_learner_filter_get_group (filter, i);

      if ((1u << group->field & BUTTONS) == 0 && find_chip (self, group->field, group->lens) == NULL)
        gtk_widget_insert_before (pz_filter_chip_new (self->model, group->field, group->lens), GTK_WIDGET (self),
                                  self->more);
    }
}

static gboolean
has_levels (PzFilterBar *self)
{
  g_autoptr(GHashTable) ranks = pz_filter_model_rank_levels (pz_filter_model_get_classroom (self->model));

  return g_hash_table_size (ranks) > 0;
}

static void
update_visible (PzFilterBar *self)
{
  gboolean open = !self->narrow || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->filters));

  gtk_widget_set_visible (self->filters, self->narrow);
  gtk_widget_set_visible (self->all, open);
  gtk_widget_set_visible (self->attention, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->attention))
                                             || (open && self->n_attention > 0));
  gtk_widget_set_visible (self->seen, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->seen)));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (PZ_IS_FILTER_CHIP (child))
      gtk_widget_set_visible (child, pz_filter_chip_is_set (PZ_FILTER_CHIP (child))
                                       || (open && (has_levels (self)
                                                    || !pz_filter_chip_is_for (PZ_FILTER_CHIP (child), PZ_FILTER_LEVEL,
                                                                               NULL))));
}

static void
all_toggled_cb (PzFilterBar *self)
{
  if (self->updating)
    return;
  pz_filter_model_set (self->model, NULL);
}

static void
attention_toggled_cb (PzFilterBar *self)
{
  if (!self->updating)
    pz_filter_model_toggle (self->model, PZ_FILTER_ATTENTION, NULL, PZ_FILTER_YES);
}

static void
seen_toggled_cb (PzFilterBar *self)
{
  if (!self->updating)
    pz_filter_model_toggle (self->model, PZ_FILTER_SEEN, NULL, PZ_FILTER_OVERDUE);
}

static void
let_model_go (PzFilterBar *self)
{
  GtkWidget *next;

  if (self->model == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->model, self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (PZ_IS_FILTER_CHIP (child))
        gtk_widget_unparent (child);
    }
  self->more = NULL;
  g_clear_object (&self->model);
}

static void
pz_filter_bar_dispose (GObject *object)
{
  PzFilterBar *self = PZ_FILTER_BAR (object);
  GtkWidget *child;

  let_model_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pz_filter_bar_parent_class)->dispose (object);
}

static void
pz_filter_bar_class_init (PzFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_filter_bar_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filterbar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_toggle (PzFilterBar *self,
            GCallback    toggled)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_add_css_class (button, "chip");
  g_signal_connect_object (button, "toggled", toggled, self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
pz_filter_bar_init (PzFilterBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pz_flow_layout_new (SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
  self->filters = add_toggle (self, G_CALLBACK (update_visible));
  gtk_button_set_label (GTK_BUTTON (self->filters), _("Filters"));
  self->all = add_toggle (self, G_CALLBACK (all_toggled_cb));
  self->attention = add_toggle (self, G_CALLBACK (attention_toggled_cb));
  self->seen = add_toggle (self, G_CALLBACK (seen_toggled_cb));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pz_filter_bar_new:
 *
 * Returns: (transfer floating): the bar, hidden until it has a model
 */
GtkWidget *
pz_filter_bar_new (void)
{
  return g_object_new (PZ_TYPE_FILTER_BAR, NULL);
}

/**
 * pz_filter_bar_set_model:
 * @self: the bar
 * @model: (nullable): the conditions it shows
 */
void
pz_filter_bar_set_model (PzFilterBar   *self,
                         PzFilterModel *model)
{
  g_return_if_fail (PZ_IS_FILTER_BAR (self));

  let_model_go (self);
  gtk_widget_set_visible (GTK_WIDGET (self), model != NULL);
  if (model == NULL)
    return;
  self->model = g_object_ref (model);
  for (gsize i = 0; i < G_N_ELEMENTS (often); i++)
    gtk_widget_set_parent (pz_filter_chip_new (model, often[i], NULL), GTK_WIDGET (self));
  self->more = pz_filter_chip_new_plain (model, C_("filter", "More"), UNDER_MORE);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  pz_filter_chip_set_foot (PZ_FILTER_CHIP (self->more), pz_saved_filters_box_new);
  g_signal_connect_object (model, "changed", G_CALLBACK (pz_filter_bar_update), self, G_CONNECT_SWAPPED);
  pz_filter_bar_update (self);
}

/**
 * pz_filter_bar_set_narrow:
 * @self: the bar
 * @narrow: whether chips that are not set hide behind one button
 */
void
pz_filter_bar_set_narrow (PzFilterBar *self,
                          gboolean     narrow)
{
  g_return_if_fail (PZ_IS_FILTER_BAR (self));

  self->narrow = narrow;
  if (self->model != NULL)
    update_visible (self);
}

/**
 * pz_filter_bar_update:
 * @self: the bar
 *
 * Shows the conditions and the counts as they are now.
 */
void
pz_filter_bar_update (PzFilterBar *self)
{
  g_return_if_fail (PZ_IS_FILTER_BAR (self));

  if (self->model == NULL || self->updating)
    return;
  self->updating = TRUE;
  update_all (self);
  update_attention (self);
  update_seen (self);
  update_set_chips (self);
  update_visible (self);
  self->updating = FALSE;
}
