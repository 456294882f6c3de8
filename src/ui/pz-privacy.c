/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-privacy.h"

#include "pz-settings.h"

#include <glib/gi18n-lib.h>

struct _PzPrivacy
{
  GObject parent_instance;

  gboolean hidden;
  GHashTable *numbers; /* id of a learner -> what number stands for the name; never forgotten, so that it stays */
};

enum
{
  PROP_0,
  PROP_HIDDEN,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PzPrivacy, pz_privacy, G_TYPE_OBJECT)

static void
pz_privacy_get_property (GObject    *object,
                         guint       property,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (property == PROP_HIDDEN)
    g_value_set_boolean (value, PZ_PRIVACY (object)->hidden);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
pz_privacy_finalize (GObject *object)
{
  g_hash_table_unref (PZ_PRIVACY (object)->numbers);
  G_OBJECT_CLASS (pz_privacy_parent_class)->finalize (object);
}

static void
pz_privacy_class_init (PzPrivacyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pz_privacy_get_property;
  object_class->finalize = pz_privacy_finalize;
  /**
   * PzPrivacy:hidden:
   *
   * Whether names and free texts are hidden.
   */
  properties[PROP_HIDDEN] = g_param_spec_boolean ("hidden", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pz_privacy_init (PzPrivacy *self)
{
  self->hidden = pz_settings_get_flag (PZ_SETTINGS_HIDE_NAMES);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * pz_privacy_get:
 *
 * Returns: (transfer none): the one there is, for all windows: a screen is seen by others, not a window
 */
PzPrivacy *
pz_privacy_get (void)
{
  static PzPrivacy *privacy = NULL;

  if (privacy == NULL)
    privacy = g_object_new (PZ_TYPE_PRIVACY, NULL);
  return privacy;
}

/**
 * pz_privacy_is_hidden:
 *
 * Returns: whether names and free texts are hidden
 */
gboolean
pz_privacy_is_hidden (void)
{
  return pz_privacy_get ()->hidden;
}

/**
 * pz_privacy_set_hidden:
 * @hidden: whether names and free texts are hidden
 *
 * Remembers it, so that a program that is started before an audience starts as it was left.
 */
void
pz_privacy_set_hidden (gboolean hidden)
{
  PzPrivacy *self = pz_privacy_get ();

  hidden = hidden != FALSE;
  if (self->hidden == hidden)
    return;
  self->hidden = hidden;
  pz_settings_set_flag (PZ_SETTINGS_HIDE_NAMES, hidden);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN]);
}

/**
 * pz_privacy_dup_name:
 * @id: of a learner
 * @name: (nullable): the real name
 *
 * Returns: (transfer full): what to show: the name, or a number that stands for the learner until the program ends
 */
char *
pz_privacy_dup_name (const char *id,
                     const char *name)
{
  PzPrivacy *self = pz_privacy_get ();
  guint number;

  g_return_val_if_fail (id != NULL, NULL);

  if (!self->hidden)
    return g_strdup (name);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, id));
  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, g_strdup (id), GUINT_TO_POINTER (number));
    }
  /* Translators: instead of the name of a learner, while names are hidden; %u is a number */
  return g_strdup_printf (_("Learner %u"), number);
}

/**
 * pz_privacy_dup_row_name:
 * @row: a learner of a list
 *
 * Returns: (transfer full): what to show as the name
 */
char *
pz_privacy_dup_row_name (PzLearnerRow *row)
{
  g_return_val_if_fail (PZ_IS_LEARNER_ROW (row), NULL);
  return pz_privacy_dup_name (pz_learner_row_get_id (row), pz_learner_row_get_display_name (row));
}

/**
 * pz_privacy_dup_text:
 * @text: (nullable): something that was written about a person
 *
 * Returns: (transfer full) (nullable): what to show: the text, or dots in its place; %NULL when there is none
 */
char *
pz_privacy_dup_text (const char *text)
{
  return g_strdup (text != NULL && pz_privacy_is_hidden () ? "•••" : text);
}

static void
hide_cb (GtkWidget *widget)
{
  gtk_widget_set_visible (widget, !pz_privacy_is_hidden ());
}

static void
show_instead_cb (GtkWidget *widget)
{
  gtk_widget_set_visible (widget, pz_privacy_is_hidden ());
}

/**
 * pz_privacy_hide:
 * @widget: shows something nobody else may read: notes, contacts, the fields of a name
 *
 * Keeps it out of sight while names are hidden. From now on nothing else may set whether it is visible.
 */
void
pz_privacy_hide (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hide_cb), widget, G_CONNECT_SWAPPED);
  hide_cb (widget);
}

/**
 * pz_privacy_show_instead:
 * @widget: a hint that something is hidden
 *
 * Shows it while names are hidden, and only then.
 */
void
pz_privacy_show_instead (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (show_instead_cb), widget,
                           G_CONNECT_SWAPPED);
  show_instead_cb (widget);
}

/* what stands in the rows, and what a screen reader says of them */
static void
bind_again (GtkListView *view)
{
  GtkListItemFactory *factory = gtk_list_view_get_factory (view);

  if (factory == NULL)
    return;
  g_object_ref (factory);
  gtk_list_view_set_factory (view, NULL);
  gtk_list_view_set_factory (view, factory);
  g_object_unref (factory);
}

/**
 * pz_privacy_watch_list:
 * @view: a list whose rows show names
 *
 * Binds the rows again each time names are hidden or shown.
 */
void
pz_privacy_watch_list (GtkListView *view)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (bind_again), view, G_CONNECT_SWAPPED);
}
