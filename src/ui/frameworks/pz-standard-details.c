/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-details.h"

#include "pz-choice-words.h"
#include "pz-framework-words.h"
#include "pz-privacy.h"
#include "pz-standard-node.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

/* More goals or links of one standard are counted. */
#define MOST_ROWS 60
/* ms after the rest: more about a standard stands below it, and takes a turn of its own */
#define FACTS_MS 30

struct _PzStandardDetails
{
  AdwBin parent_instance;

  PzClassroom *classroom;      /* NULL: nothing is shown */
  PzFrameworkReading *reading; /* borrowed from the window */
  guint item;
  char *learner;               /* NULL: the whole class */
  const PzCoverage *coverage;  /* of the learner; borrowed */
  guint n_goals;
  guint facts_source;
  GPtrArray *fact_rows;        /* those of facts, used again; borrowed */

  GtkWidget *stack;            /* waiting, nothing, standard */
  GtkWidget *nothing;
  GtkWidget *scroller;
  GtkWidget *path;
  GtkWidget *code;
  GtkWidget *statement;
  GtkWidget *retired;
  GtkWidget *coverage_label;
  GtkWidget *goals_group;
  GtkWidget *goals;
  GtkWidget *links_group;
  GtkWidget *links;
  GtkWidget *facts_group;
  GtkWidget *facts;
};

G_DEFINE_FINAL_TYPE (PzStandardDetails, pz_standard_details, ADW_TYPE_BIN)

enum
{
  SHOW_STANDARD,
  OPEN_LEARNER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Fields of a standard that say something to a teacher, in the order they are read. */
static const guint shown_fields[] = {
  PZ_STANDARD_ABBREVIATED, PZ_STANDARD_ALTERNATIVE, PZ_STANDARD_ENUMERATION, PZ_STANDARD_KIND,
  PZ_STANDARD_EDUCATION_LEVELS, PZ_STANDARD_SUBJECTS, PZ_STANDARD_KEYWORDS, PZ_STANDARD_LANGUAGE,
  PZ_STANDARD_STATUS_START, PZ_STANDARD_STATUS_END, PZ_STANDARD_NOTES, PZ_STANDARD_URI, PZ_STANDARD_IDENTIFIER,
};

static PzRecord *
get_record (PzStandardDetails *self)
{
  return pz_standard_tree_get_record (self->reading->tree, self->item);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* plain text, as long as it is */
static GtkWidget *
add_row (GtkWidget  *list,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
make_link (GtkWidget *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
remove_rows (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static void
add_more (GtkWidget *list,
          guint      n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("and %u more", "and %u more", n), n) : NULL;

  if (text != NULL)
    add_row (list, text, NULL);
}

static char *
dup_name (PzStandardDetails *self,
          const char        *id)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  g_autoptr(PzLearnerRow) row = NULL;
  guint position;

  if (!pz_index_find (index, id, &position))
    return pz_privacy_dup_name (id, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (index), position);
  return pz_privacy_dup_row_name (row);
}

static void
add_goal (PzStandardDetails    *self,
          const PzGoalStandard *goal)
{
  g_autofree char *name = dup_name (self, goal->learner);
  g_autofree char *title = pz_privacy_dup_text (goal->title);
  const char *state = goal->state != NULL ? pz_choice_words_get (PZ_RECORD_GOAL, PZ_GOAL_STATE, goal->state) : NULL;
  g_autofree char *line = state != NULL && title != NULL ? g_strdup_printf ("%s · %s", title, state) : g_strdup (title);
  GtkWidget *row = add_row (self->goals, name, line);

  make_link (row);
  g_object_set_data_full (G_OBJECT (row), "pz-learner", g_strdup (goal->learner), g_free);
}

static void
show_goals (PzStandardDetails *self)
{
  g_autoptr(GPtrArray) goals = pz_framework_reading_list_goals (self->reading, self->item, self->learner);

  remove_rows (self->goals);
  for (guint i = 0; i < goals->len && i < MOST_ROWS; i++)
    add_goal (self, g_ptr_array_index (goals, i));
  add_more (self->goals, goals->len > MOST_ROWS ? goals->len - MOST_ROWS : 0);
  self->n_goals = goals->len;
  gtk_widget_set_visible (self->goals_group, goals->len > 0);
}

static void
show_coverage (PzStandardDetails *self)
{
  const PzCoverage *coverage = self->learner != NULL ? self->coverage : self->reading->coverage;
  const PzCoverageFact *fact = pz_coverage_get (coverage, self->item);
  g_autofree char *text = NULL;

  if (self->learner != NULL)
    {
      g_autofree char *name = dup_name (self, self->learner);

      text = pz_framework_words_learner (fact, name);
    }
  else
    text = pz_framework_words_class (fact, self->reading->learners->len);
  set_text (self->coverage_label, text);
}

static void
add_link (PzStandardDetails    *self,
          const PzStandardLink *link)
{
  g_autofree char *title = pz_framework_words_link (link);
  g_autofree char *other = NULL;
  GtkWidget *row;

  if (link->other != PZ_STANDARD_ROOT)
    other = pz_standard_dup_label (pz_standard_tree_get_record (self->reading->tree, link->other));
  else
    other = g_strdup (link->title != NULL ? link->title : link->uri != NULL ? link->uri : _("Outside of this framework"));
  row = add_row (self->links, title, other);
  if (link->other == PZ_STANDARD_ROOT)
    return;
  make_link (row);
  g_object_set_data (G_OBJECT (row), "pz-item", GUINT_TO_POINTER (link->other + 1));
}

static void
show_links (PzStandardDetails *self)
{
  g_autoptr(GArray) links = pz_standard_links_list (self->reading->links, self->item);

  remove_rows (self->links);
  for (guint i = 0; i < links->len && i < MOST_ROWS; i++)
    add_link (self, &g_array_index (links, PzStandardLink, i));
  add_more (self->links, links->len > MOST_ROWS ? links->len - MOST_ROWS : 0);
  gtk_widget_set_visible (self->links_group, links->len > 0);
}

static char *
dup_value (PzRecord *record,
           guint     field)
{
  g_auto(GStrv) set = NULL;

  if (!(pz_schema_get_record (PZ_RECORD_STANDARD)->fields[field].flags & PZ_FIELD_SET))
    return g_strdup (pz_record_get_text (record, field));
  set = pz_record_dup_set (record, field);
  return set[0] != NULL ? g_strjoinv (", ", set) : NULL;
}

/* the next one of those that are there, or a new one */
static void
show_fact (PzStandardDetails *self,
           guint              position,
           const char        *title,
           const char        *value)
{
  GtkWidget *row;

  if (position == self->fact_rows->len)
    g_ptr_array_add (self->fact_rows, add_row (self->facts, title, value));
  row = g_ptr_array_index (self->fact_rows, position);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
}

static gboolean
show_facts_cb (gpointer user_data)
{
  PzStandardDetails *self = PZ_STANDARD_DETAILS (user_data);
  guint n = 0;

  self->facts_source = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      g_autofree char *value = dup_value (get_record (self), shown_fields[i]);

      if (value != NULL)
        show_fact (self, n++, pz_field_get_label (&pz_schema_get_record (PZ_RECORD_STANDARD)->fields[shown_fields[i]]), value);
    }
  for (guint i = 0; i < self->fact_rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->fact_rows, i), i < n);
  gtk_widget_set_visible (self->facts_group, n > 0);
  return G_SOURCE_REMOVE;
}

/* those of another standard go at once */
static void
show_facts (PzStandardDetails *self)
{
  gtk_widget_set_visible (self->facts_group, FALSE);
  g_clear_handle_id (&self->facts_source, g_source_remove);
  self->facts_source = g_timeout_add_full (G_PRIORITY_LOW, FACTS_MS, show_facts_cb, self, NULL);
}

static void
show_head (PzStandardDetails *self)
{
  PzRecord *record = get_record (self);
  const char *retired = pz_record_get_text (record, PZ_STANDARD_RETIRED);
  const char *code = pz_record_get_text (record, PZ_STANDARD_CODE);
  const char *statement = pz_record_get_text (record, PZ_STANDARD_STATEMENT);
  g_autofree char *path = pz_framework_words_path (self->reading->tree, self->item);
  g_autofree char *label = statement == NULL && code == NULL ? pz_standard_dup_label (record) : NULL;
  g_autofree char *words = NULL;

  if (retired != NULL)
    /* Translators: %s is a date, as 2026-11-23 */
    words = g_strdup_printf (_("Retired: the framework does not have it any more since the import of %s. Goals at it stay."),
                             retired);
  set_text (self->path, path);
  set_text (self->code, code);
  set_text (self->statement, label != NULL ? label : statement);
  set_text (self->retired, words);
}

static void
goal_activated_cb (PzStandardDetails *self,
                   GtkListBoxRow     *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "pz-learner");

  if (id != NULL)
    g_signal_emit (self, signals[OPEN_LEARNER], 0, id);
}

static void
link_activated_cb (PzStandardDetails *self,
                   GtkListBoxRow     *row)
{
  guint item = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pz-item"));

  if (item > 0)
    g_signal_emit (self, signals[SHOW_STANDARD], 0, item - 1);
}

static void
hidden_changed_cb (PzStandardDetails *self)
{
  if (self->classroom == NULL)
    return;
  show_coverage (self);
  show_goals (self);
}

static void
pz_standard_details_dispose (GObject *object)
{
  PzStandardDetails *self = PZ_STANDARD_DETAILS (object);

  g_clear_handle_id (&self->facts_source, g_source_remove);
  g_clear_pointer (&self->fact_rows, g_ptr_array_unref);
  g_clear_object (&self->classroom);
  g_clear_pointer (&self->learner, g_free);
  G_OBJECT_CLASS (pz_standard_details_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, nothing);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, path);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, code);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, statement);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, retired);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, coverage_label);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, goals_group);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, goals);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, links_group);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, links);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, facts_group);
  gtk_widget_class_bind_template_child (widget_class, PzStandardDetails, facts);
}

static void
pz_standard_details_class_init (PzStandardDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_standard_details_dispose;
  signals[SHOW_STANDARD] = g_signal_new ("show-standard", PZ_TYPE_STANDARD_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[OPEN_LEARNER] = g_signal_new ("open-learner", PZ_TYPE_STANDARD_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-standard-details.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, goal_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
}

static void
pz_standard_details_init (PzStandardDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (ADW_STATUS_PAGE (self->nothing));
  self->item = PZ_STANDARD_ROOT;
  self->fact_rows = g_ptr_array_new ();
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_standard_details_show:
 * @self: the details
 * @classroom: whose framework it is
 * @reading: of the class, with a tree; must live until something else is shown
 * @item: of the tree
 *
 * Shows a standard.
 */
void
pz_standard_details_show (PzStandardDetails  *self,
                          PzClassroom        *classroom,
                          PzFrameworkReading *reading,
                          guint               item)
{
  g_return_if_fail (PZ_IS_STANDARD_DETAILS (self) && PZ_IS_CLASSROOM (classroom));
  g_return_if_fail (reading != NULL && reading->tree != NULL);

  g_set_object (&self->classroom, classroom);
  self->reading = reading;
  self->item = item;
  show_head (self);
  show_coverage (self);
  show_goals (self);
  show_links (self);
  show_facts (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "standard");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * pz_standard_details_show_learner:
 * @self: the details
 * @learner: (nullable): whose goals are shown; %NULL: those of all
 * @coverage: (nullable): of the learner; must live until others come
 */
void
pz_standard_details_show_learner (PzStandardDetails *self,
                                  const char        *learner,
                                  const PzCoverage  *coverage)
{
  g_return_if_fail (PZ_IS_STANDARD_DETAILS (self) && (learner == NULL || coverage != NULL));

  g_free (self->learner);
  self->learner = g_strdup (learner);
  self->coverage = coverage;
  if (self->classroom == NULL)
    return;
  show_coverage (self);
  show_goals (self);
}

/**
 * pz_standard_details_clear:
 * @self: the details
 *
 * Lets go of what was shown. Nothing stands there then.
 */
void
pz_standard_details_clear (PzStandardDetails *self)
{
  g_return_if_fail (PZ_IS_STANDARD_DETAILS (self));

  g_clear_handle_id (&self->facts_source, g_source_remove);
  g_clear_object (&self->classroom);
  self->reading = NULL;
  self->item = PZ_STANDARD_ROOT;
  self->n_goals = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "waiting");
}

/**
 * pz_standard_details_show_hint:
 * @self: the details
 *
 * Says what will stand here, unless a standard is shown. It is dear to draw: it comes after the rows one looks for.
 */
void
pz_standard_details_show_hint (PzStandardDetails *self)
{
  g_return_if_fail (PZ_IS_STANDARD_DETAILS (self));

  if (self->item == PZ_STANDARD_ROOT)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
}

/**
 * pz_standard_details_get_coverage:
 * @self: the details
 *
 * Returns: (transfer none): what is said of who works at the standard; "" before one is shown
 */
const char *
pz_standard_details_get_coverage (PzStandardDetails *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_DETAILS (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->coverage_label));
}

/**
 * pz_standard_details_get_n_goals:
 * @self: the details
 *
 * Returns: how many goals at the standard are told of
 */
guint
pz_standard_details_get_n_goals (PzStandardDetails *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_DETAILS (self), 0);
  return self->n_goals;
}
