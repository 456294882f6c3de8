/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-filter-menu.h"

#include "pz-filter-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many values of a field are shown, when it is the only one and when there are others; more are found by typing. */
#define MOST_VALUES 40
#define MOST_VALUES_EACH 6
/* A menu with more values has a search. */
#define FEW_VALUES 9

struct _PzFilterMenu
{
  GtkPopover parent_instance;

  PzFilterModel *model;
  PzFilterFields fields;
  gboolean filling;
  gboolean own_change; /* what changed was ticked here: the rows stay where they are */
  guint n_values;

  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (PzFilterMenu, pz_filter_menu, GTK_TYPE_POPOVER)

static void
toggled_cb (GtkCheckButton *check,
            PzFilterMenu   *self)
{
  const PzFilterChoice *choice = g_object_get_data (G_OBJECT (check), "pz-choice");

  if (self->filling)
    return;
  self->own_change = TRUE;
  pz_filter_model_toggle (self->model, choice->field, choice->lens, choice->value);
  self->own_change = FALSE;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
name_check (GtkWidget            *check,
            const PzFilterChoice *choice)
{
  /* Translators: %1$s is a value such as Music, %2$u is how many learners have it */
  g_autofree char *name = g_strdup_printf (ngettext ("%1$s, %2$u learner", "%1$s, %2$u learners", choice->count),
                                           choice->label, choice->count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (check, name);
}

static gboolean
is_set (PzFilterMenu         *self,
        const PzFilterChoice *choice)
{
  return pz_learner_filter_has (pz_filter_model_peek (self->model), choice->field, choice->lens, choice->value);
}

static GtkWidget *
make_check (PzFilterMenu         *self,
            const PzFilterChoice *choice)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (choice->label, NULL);
  g_autofree char *count = g_strdup_printf ("%u", choice->count);
  GtkWidget *number = make_label (count, "pz-dim");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "pz-count");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_set (self, choice));
  gtk_widget_add_css_class (check, "pz-filter-value");
  name_check (check, choice);
  g_object_set_data (G_OBJECT (check), "pz-choice", (gpointer) choice); /* lives as long as the choices of the rows */
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  return check;
}

static gboolean
is_found (const char           *word,
          const PzFilterChoice *choice)
{
  g_autofree char *key = pz_search_fold (choice->label);

  return strstr (key, word) != NULL;
}

static void
add_values (PzFilterMenu *self,
            GPtrArray    *choices,
            const char   *heading,
            const char   *word)
{
  guint most = heading == NULL || *word != '\0' ? MOST_VALUES : MOST_VALUES_EACH;
  guint n_found = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const PzFilterChoice *choice = g_ptr_array_index (choices, i);

      if (*word != '\0' && !is_found (word, choice))
        continue;
      if (n_found == 0 && heading != NULL)
        gtk_box_append (GTK_BOX (self->rows), make_label (heading, "pz-filter-heading"));
      if (++n_found <= most || is_set (self, choice))
        gtk_box_append (GTK_BOX (self->rows), make_check (self, choice));
    }
  if (n_found > most)
    {
      /* Translators: %u more values can be found by typing a part of them */
      g_autofree char *more = g_strdup_printf (ngettext ("%u more: type to find it", "%u more: type to find them",
                                                         n_found - most), n_found - most);

      gtk_box_append (GTK_BOX (self->rows), make_label (more, "pz-dim"));
    }
  self->n_values += choices->len;
}

static void
add_topics (PzFilterMenu *self,
            const char   *word)
{
  g_autoptr(GPtrArray) topics = pz_filter_model_list_topics (self->model);
  PzDocument *document = pz_classroom_get_document (pz_filter_model_get_classroom (self->model));
  gboolean one_field = (self->fields & (self->fields - 1)) == 0;

  for (guint i = 0; i < topics->len; i++)
    {
      const PzFilterTopic *topic = g_ptr_array_index (topics, i);
      g_autofree char *heading = NULL;
      GPtrArray *choices;

      if ((self->fields & 1u << topic->field) == 0)
        continue;
      choices = pz_filter_model_list_choices (self->model, topic->field, topic->lens);
      heading = one_field ? NULL : pz_filter_words_dup_topic (topic->field, topic->lens, document);
      add_values (self, choices, heading, word);
      g_object_set_data_full (G_OBJECT (self->rows), heading != NULL ? heading : "pz-only", choices,
                              (GDestroyNotify) g_ptr_array_unref);
    }
}

/* absent today, archived: what has one value */
static void
add_flag (PzFilterMenu  *self,
          PzFilterField  field,
          const char    *value,
          const char    *word)
{
  GPtrArray *choices;

  if ((self->fields & 1u << field) == 0)
    return;
  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_filter_choice_free);
  g_ptr_array_add (choices, pz_filter_model_make_choice (self->model, field, value,
                                                         pz_filter_model_count (self->model, field, value)));
  add_values (self, choices, NULL, word);
  g_object_set_data_full (G_OBJECT (self->rows), value, choices, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
has_rhythm (PzFilterMenu *self)
{
  PzDocument *document = pz_classroom_get_document (pz_filter_model_get_classroom (self->model));

  return pz_record_get_number (pz_document_get_owner (document), PZ_CLASSROOM_CHECK_IN_EVERY) > 0;
}

static void
fill (PzFilterMenu *self)
{
  g_autofree char *word = g_strstrip (pz_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  GtkWidget *child;

  self->filling = TRUE;
  self->n_values = 0;
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  if (has_rhythm (self))
    add_flag (self, PZ_FILTER_SEEN, PZ_FILTER_OVERDUE, word);
  add_flag (self, PZ_FILTER_ABSENT, PZ_FILTER_TODAY, word);
  add_flag (self, PZ_FILTER_ARCHIVED, PZ_FILTER_YES, word);
  add_topics (self, word);
  if (!pz_classroom_traits_is_loaded (pz_filter_model_get_traits (self->model)) && self->fields != 1u << PZ_FILTER_LEVEL)
    gtk_box_append (GTK_BOX (self->rows), make_label (_("Reading what is known…"), "pz-dim"));
  else if (gtk_widget_get_first_child (self->rows) == NULL)
    gtk_box_append (GTK_BOX (self->rows), make_label (*word != '\0' ? _("Nothing found") : _("Nothing is noted yet"),
                                                      "pz-dim"));
  gtk_widget_set_visible (self->search, self->n_values > FEW_VALUES || *word != '\0');
  self->filling = FALSE;
}

static void
model_changed_cb (PzFilterMenu *self)
{
  if (!self->own_change && gtk_widget_get_visible (GTK_WIDGET (self)))
    fill (self);
}

static void
search_changed_cb (PzFilterMenu *self)
{
  if (!self->filling)
    fill (self);
}

static void
pz_filter_menu_show (GtkWidget *widget)
{
  PzFilterMenu *self = PZ_FILTER_MENU (widget);

  pz_classroom_traits_load (pz_filter_model_get_traits (self->model));
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  GTK_WIDGET_CLASS (pz_filter_menu_parent_class)->show (widget);
}

static void
pz_filter_menu_dispose (GObject *object)
{
  g_clear_object (&PZ_FILTER_MENU (object)->model);
  G_OBJECT_CLASS (pz_filter_menu_parent_class)->dispose (object);
}

static void
pz_filter_menu_class_init (PzFilterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_filter_menu_dispose;
  GTK_WIDGET_CLASS (klass)->show = pz_filter_menu_show;
}

static void
pz_filter_menu_init (PzFilterMenu *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search values"), NULL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->rows);
  gtk_widget_set_size_request (self->box, 220, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search values"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->search);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-filter-menu");
}

/**
 * pz_filter_menu_new:
 * @model: the conditions
 * @fields: which fields it has values of
 *
 * Returns: (transfer floating): the menu
 */
GtkWidget *
pz_filter_menu_new (PzFilterModel  *model,
                    PzFilterFields  fields)
{
  PzFilterMenu *self;

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (model), NULL);

  self = g_object_new (PZ_TYPE_FILTER_MENU, NULL);
  self->model = g_object_ref (model);
  self->fields = fields;
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * pz_filter_menu_set_foot:
 * @self: the menu
 * @foot: stands below the values
 */
void
pz_filter_menu_set_foot (PzFilterMenu *self,
                         GtkWidget    *foot)
{
  g_return_if_fail (PZ_IS_FILTER_MENU (self));
  gtk_box_append (GTK_BOX (self->box), foot);
}
